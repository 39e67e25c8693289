package io.honeypods.mysql.diff;

import io.honeypods.testkit.RealServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The genuine mysqld 8.0.12 of the test artifact, set up like the official container image. */
record RealMysqld(RealServer server) implements Served {
  static final String VERSION = "8.0.12";
  private static final Path SERVER = Path.of("target", "mysqld-" + VERSION);
  private static final Path BINARY = SERVER.resolve("bin/mysqld").toAbsolutePath();
  private static final Path UPLOADS = Path.of("/var/lib/mysql-files");
  private static final String ACCOUNTS =
      "CREATE USER root@'%' IDENTIFIED BY '';\n"
          + "GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;\n";

  /** Why it cannot run here; empty if it can. */
  static String missing() throws IOException {
    unpack();
    Path output = Files.createTempFile("mysqld", ".txt");
    int code = run(List.of(BINARY.toString(), "--version"), output);
    String text = Files.readString(output);
    Files.delete(output);
    if (code != 0) {
      return "MYSQLD CANNOT RUN HERE (apt-get install libaio1 libnuma1): " + text.strip();
    } else if (!Files.isDirectory(UPLOADS)) {
      return "NO DIRECTORY " + UPLOADS + " HERE (mkdir -m 750): ";
    }
    return "";
  }

  private static synchronized void unpack() throws IOException {
    if (Files.isExecutable(BINARY)) {
      return;
    }
    Files.createDirectories(SERVER);
    Path archive = SERVER.resolve("server.tar.gz");
    try (InputStream in = RealMysqld.class.getResourceAsStream("/mysql-Linux-amd64.tar.gz")) {
      if (in == null) {
        throw new IOException("no mysql-Linux-amd64.tar.gz on the class path");
      }
      Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
    }
    Path log = SERVER.resolve("unpack.txt");
    if (run(List.of("tar", "-xzf", archive.toString(), "-C", SERVER.toString()), log) != 0) {
      throw new IOException("tar: " + Files.readString(log));
    }
    Files.delete(archive);
  }

  /** One whose root logs in by {@code plugin}. */
  static RealMysqld start(String plugin) throws IOException {
    Path work = Files.createTempDirectory("mysqld");
    Path log = work.resolve("output.log");
    if (run(command(work, "--initialize-insecure"), log) != 0) {
      throw new IOException("mysqld: " + Files.readString(log));
    }
    InetSocketAddress address = RealServer.freeAddress();
    Path accounts = Files.writeString(work.resolve("accounts.sql"), ACCOUNTS);
    List<String> command = command(work, "--init-file=" + accounts, "--port=" + address.getPort());
    command.add("--default-authentication-plugin=" + plugin);
    return new RealMysqld(RealServer.start(work, address, command, () -> ask(address)));
  }

  private static List<String> command(Path work, String... more) {
    var command =
        new ArrayList<>(
            List.of(
                BINARY.toString(),
                "--no-defaults",
                "--basedir=" + SERVER.toAbsolutePath(),
                "--lc-messages-dir=" + SERVER.toAbsolutePath().resolve("share"),
                "--datadir=" + work.resolve("data"),
                "--bind-address=127.0.0.1",
                "--mysqlx=0",
                "--socket=" + work.resolve("s"),
                "--pid-file=" + work.resolve("pid"),
                "--skip-name-resolve",
                "--host-cache-size=0",
                "--secure-file-priv=" + UPLOADS + "/"));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    command.addAll(List.of(more));
    return command;
  }

  private static int run(List<String> command, Path output) throws IOException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void ask(InetSocketAddress address) throws IOException {
    try (var connection = new WireConnection(address, "")) {
      connection.query("SELECT 1", false);
    }
  }

  @Override
  public InetSocketAddress address() {
    return server.address();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
