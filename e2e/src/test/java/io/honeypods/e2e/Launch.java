package io.honeypods.e2e;

import io.honeypods.testkit.Command;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How {@code ./decoy} is started: with the launcher's options and the packaged jars, on free ports
 * of 127.0.0.1.
 *
 * @param yaml the configuration file
 * @param events whether what it writes to stdout is kept
 * @param openFiles the limit of open files, or 0 for that of the tests
 * @param classPath what else is on the class path
 */
record Launch(
    String yaml, boolean events, int openFiles, Map<String, Integer> ports, List<Path> classPath) {
  private static final String IDENTITY = "identity: {seed: e2e, host: ops-gw-7}\n";

  Launch {
    ports = Map.copyOf(ports);
    classPath = List.copyOf(classPath);
  }

  /** Nothing but the defaults, and a fixed identity. */
  static Launch plain() {
    var ports =
        Map.of(
            "admin.listen", free(),
            "web.listen", free(),
            "web.lure", free(),
            "mysql.listen", free(),
            "mysql.x", free(),
            "ssh.listen", free());
    return new Launch(IDENTITY, true, 0, ports, List.of());
  }

  /** No address is given, so that the file alone says what is wrong. */
  static Launch unaddressed() {
    return new Launch(IDENTITY, true, 0, Map.of(), List.of());
  }

  /** The defaults and some lines of configuration. */
  static Launch configured(String yaml) {
    return plain().with(yaml);
  }

  Launch with(String more) {
    return new Launch(yaml + more + "\n", events, openFiles, ports, classPath);
  }

  /** Without the memory that the events of a load would take here. */
  Launch withoutEvents() {
    return new Launch(yaml, false, openFiles, ports, classPath);
  }

  Launch openFiles(int limit) {
    return new Launch(yaml, events, limit, ports, classPath);
  }

  Launch withTestDecoys() {
    var all = new HashMap<>(ports);
    all.put("redis.listen", free());
    return new Launch(yaml, events, openFiles, all, List.of(Reactor.TEST_CLASSES));
  }

  Launch withPort(String key, int port) {
    var all = new HashMap<>(ports);
    all.put(key, port);
    return new Launch(yaml, events, openFiles, all, classPath);
  }

  int port(String key) {
    Integer port = ports.get(key);
    if (port == null) {
      throw new IllegalArgumentException(key + " (expected one of " + ports.keySet() + ")");
    }
    return port;
  }

  /** A process that runs decoys until it is told to stop. */
  DecoyProcess up(String... names) {
    return DecoyProcess.start(this, List.of(names));
  }

  /** A command that ends by itself, such as {@code check}. */
  Command run(String... arguments) {
    return Command.run(builder(List.of(arguments)), "");
  }

  /** What starts it; the configuration file is not yet among the arguments. */
  ProcessBuilder builder(List<String> arguments) {
    var command = new ArrayList<String>();
    if (openFiles > 0) {
      command.addAll(List.of("bash", "-c", "ulimit -n " + openFiles + "; exec \"$@\"", "bash"));
    }
    var path = new ArrayList<>(classPath);
    path.add(Reactor.LIB.resolve("*"));
    command.addAll(
        List.of(
            Reactor.JDK_TOOLS.resolve("java").toString(),
            "@" + Reactor.JVM_OPTIONS,
            "-cp",
            String.join(File.pathSeparator, path.stream().map(Path::toString).toList()),
            "io.honeypods.decoy.Main"));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    if (!events) {
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
    builder.environment().keySet().removeIf(name -> name.startsWith("DECOY_"));
    ports.forEach((key, port) -> builder.environment().put(variable(key), "127.0.0.1:" + port));
    return builder;
  }

  /** The configuration as a file that goes with the tests' process. */
  Path file() {
    try {
      Path file = Files.createTempFile("e2e", ".yaml");
      file.toFile().deleteOnExit();
      return Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String variable(String key) {
    return "DECOY_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
