package io.honeypods.mysql.diff;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The genuine mysqld 8.0.12 of the test artifact, set up like the official container image. */
final class RealMysqld implements Served {
  static final String VERSION = "8.0.12";
  private static final Path SERVER = Path.of("target", "mysqld-" + VERSION);
  private static final Path BINARY = SERVER.resolve("bin/mysqld").toAbsolutePath();
  private static final Path UPLOADS = Path.of("/var/lib/mysql-files");
  private static final String ACCOUNTS =
      "CREATE USER root@'%' IDENTIFIED BY '';\n"
          + "GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;\n";

  private final Process process;
  private final Path work;
  private final InetSocketAddress address;

  private RealMysqld(Process process, Path work, InetSocketAddress address) {
    this.process = process;
    this.work = work;
    this.address = address;
  }

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
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
    Path accounts = Files.writeString(work.resolve("accounts.sql"), ACCOUNTS);
    List<String> command = command(work, "--init-file=" + accounts, "--port=" + address.getPort());
    command.add("--default-authentication-plugin=" + plugin);
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var server = new RealMysqld(process, work, address);
    try {
      server.awaitReady(log);
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
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

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
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

  private void awaitReady(Path log) throws IOException {
    for (int left = 600; left > 0 && process.isAlive(); left--) {
      try (var connection = new WireConnection(address, "")) {
        connection.query("SELECT 1", false);
        return;
      } catch (IOException _) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
    throw new IOException("mysqld: " + Files.readString(log));
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    try (var paths = Files.walk(work)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
