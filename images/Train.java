import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Runs an image's decoys, visits them by their protocols, and keeps the classes that this took in
 * an archive that the next start maps into memory: {@code Train.java RUNTIME STAGED NAME...}.
 *
 * <p>The archive is made from a sorted list of names, not from the run itself, because that way the
 * same jars give the same bytes.
 */
void main(String... arguments) throws Exception {
  Path runtime = Path.of(arguments[0]);
  Path staged = Path.of(arguments[1]);
  List<String> names = List.of(arguments).subList(2, arguments.length);
  Path java = runtime.resolve("bin/java");
  Path start = staged.resolve("start");
  for (String folder : List.of("libs", "ours")) {
    try (var jars = Files.newDirectoryStream(staged.resolve(folder), "*.jar")) {
      for (Path jar : jars) {
        trim(jar);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.ofEpochSecond(1))); // as Jib has it
      }
    }
  }
  List<String> options = options(Files.readAllLines(start.resolve("run")), staged);

  Path list = staged.resolve("classes.list");
  var seen = new TreeSet<String>(BY_CHANCE);
  for (int round = 0; round < ROUNDS; round++) {
    Path loaded = staged.resolve("loaded.list");
    run(java, options, names, List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + loaded));
    Files.readAllLines(loaded).stream()
        .filter(line -> isName(line))
        .map(line -> named(line))
        .forEach(seen::add);
  }
  Files.write(list, seen);

  Path archive = start.resolve("classes.jsa");
  var dump =
      new ArrayList<String>(
          List.of(
              java.toString(),
              "-Xshare:dump",
              "-XX:SharedClassListFile=" + list,
              "-XX:SharedArchiveFile=" + archive));
  dump.addAll(options);
  execute(dump, staged.resolve("dump.log"));

  Path log = staged.resolve("load.log");
  run(
      java,
      options,
      names,
      List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:on", "-Xlog:class+load:file=" + log));
  check(Files.readAllLines(log));
}

static final int ROUNDS = 2;

/**
 * What a run loads or not as its threads happen to meet: always kept, so that the list is the same.
 */
static final List<String> BY_CHANCE =
    List.of(
        "java/util/concurrent/ConcurrentHashMap$CounterCell",
        "java/util/concurrent/ConcurrentHashMap$ForwardingNode",
        "java/util/concurrent/ConcurrentHashMap$TreeBin",
        "java/util/concurrent/ConcurrentHashMap$TreeNode",
        "java/util/concurrent/atomic/Striped64$1",
        "java/util/concurrent/locks/AbstractQueuedSynchronizer$ConditionNode",
        "java/util/concurrent/locks/AbstractQueuedSynchronizer$ExclusiveNode",
        "java/util/concurrent/locks/AbstractQueuedSynchronizer$SharedNode");

static final double SHARED = 0.99;

/**
 * Takes out of a jar what a start would read and nobody needs: signatures, with which no class gets
 * into an archive, module descriptors, and what its manifest tells other tools.
 */
void trim(Path jar) throws IOException {
  try (var zip = FileSystems.newFileSystem(jar)) {
    Path folder = zip.getPath("META-INF");
    for (Path file : walk(zip.getPath("/"), SIGNATURE_OR_MODULE)) {
      Files.delete(file);
    }
    Path file = folder.resolve("MANIFEST.MF");
    if (Files.exists(file)) {
      Files.write(file, trimmed(Files.readAllBytes(file), folder.resolve("versions")));
    }
  }
}

/** The manifest of a jar, told by nothing but what java(1) and version numbers need. */
byte[] trimmed(byte[] manifest, Path versions) throws IOException {
  var old = new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
  var kept = new StringBuilder("Manifest-Version: 1.0\r\n");
  for (String name : List.of("Implementation-Title", "Implementation-Version")) {
    if (old.getValue(name) != null) {
      kept.append(name).append(": ").append(old.getValue(name)).append("\r\n");
    }
  }
  if (Boolean.parseBoolean(old.getValue("Multi-Release")) && !walk(versions, CLASS).isEmpty()) {
    kept.append("Multi-Release: true\r\n");
  }
  return kept.append("\r\n").toString().getBytes(UTF_8);
}

static final Pattern SIGNATURE_OR_MODULE =
    Pattern.compile("/META-INF/[^/]+\\.(SF|RSA|DSA|EC)|.*/module-info\\.class");
static final Pattern CLASS = Pattern.compile(".*\\.class");

List<Path> walk(Path folder, Pattern wanted) throws IOException {
  if (!Files.exists(folder)) {
    return List.of();
  }
  try (var files = Files.walk(folder)) {
    return files
        .filter(file -> wanted.matcher(file.toAbsolutePath().toString()).matches())
        .toList();
  }
}

/** Those of java(1), without what comes of the training itself and what it starts. */
List<String> options(List<String> run, Path staged) {
  var options = new ArrayList<String>();
  for (String line : run) {
    if (line.startsWith("-cp ")) {
      options.add("-cp");
      options.add(line.substring(4).replace("/app/", staged + "/"));
    } else if (!line.startsWith("-XX:SharedArchiveFile") && line.startsWith("-")) {
      options.add(line);
    }
  }
  return options;
}

/** Whether a line of the list names a class; the others are notes of how the run happened to go. */
boolean isName(String line) {
  return !line.startsWith("#") && !line.startsWith("@cp ") && !line.contains(" source: ");
}

String named(String line) {
  return line.replaceFirst(" id: \\d+$", "");
}

void check(List<String> log) {
  long shared = log.stream().filter(line -> line.contains("source: shared objects file")).count();
  long loaded =
      log.stream().filter(line -> line.contains(" source: ") && !isMadeAtRunTime(line)).count();
  IO.println("%d of %d classes come from the archive".formatted(shared, loaded));
  if (shared < SHARED * loaded) {
    throw new IllegalStateException(
        "%d of %d classes come from the archive (expected at least %.0f %%)"
            .formatted(shared, loaded, SHARED * 100));
  }
}

/** Whether a class is one that the JVM makes anew in each run: a hidden one, or a proxy. */
boolean isMadeAtRunTime(String line) {
  return !line.contains("source: shared objects file")
      && (line.contains("/0x") || line.contains("__dynamic_proxy__"));
}

void run(Path java, List<String> options, List<String> names, List<String> more) throws Exception {
  var command = new ArrayList<String>(List.of(java.toString()));
  command.addAll(more);
  command.addAll(options);
  command.addAll(List.of("io.honeypods.decoy.Main", "up"));
  command.addAll(names);
  var builder = new ProcessBuilder(command);
  var ports = new TreeMap<String, Integer>();
  for (String key :
      List.of("ADMIN_LISTEN", "WEB_LISTEN", "WEB_LURE", "MYSQL_LISTEN", "MYSQL_X", "SSH_LISTEN")) {
    ports.put(key, free());
    builder.environment().put("DECOY_" + key, "127.0.0.1:" + ports.get(key));
  }
  builder.environment().put("DECOY_IDENTITY_SEED", "training");
  builder
      .redirectOutput(ProcessBuilder.Redirect.DISCARD)
      .redirectError(ProcessBuilder.Redirect.INHERIT);
  Process process = builder.start();
  try {
    awaitReady(process, ports.get("ADMIN_LISTEN"));
    for (String name : names) {
      visit(name, ports);
    }
    get("http://127.0.0.1:" + ports.get("ADMIN_LISTEN") + "/metrics");
    Thread.sleep(IDLE); // what runs only when nothing else does
  } finally {
    process.destroy();
    process.waitFor(30, TimeUnit.SECONDS);
  }
}

static final Duration IDLE = Duration.ofSeconds(2);

void awaitReady(Process process, int port) throws Exception {
  for (int left = 600; left > 0 && process.isAlive(); left--) {
    try {
      if (get("http://127.0.0.1:" + port + "/readyz") == 200) {
        return;
      }
    } catch (IOException _) {
      // not yet
    }
    Thread.sleep(50);
  }
  throw new IllegalStateException("not ready (expected /readyz to say 200 within 30 s)");
}

void visit(String name, Map<String, Integer> ports) throws Exception {
  switch (name) {
    case "web" -> {
      String base = "http://127.0.0.1:" + ports.get("WEB_LISTEN");
      for (String path : List.of("/", "/.env", "/nothing", "/login?next=%2F")) {
        get(base + path);
      }
      send(ports.get("WEB_LISTEN"), "BROKEN\r\n\r\n".getBytes(UTF_8));
      try (SSLSocket lured =
          secure(new Socket(InetAddress.getLoopbackAddress(), ports.get("WEB_LURE")))) {
        lured.startHandshake();
      } catch (IOException _) {
        // it resets
      }
    }
    case "mysql" -> {
      mysql(ports.get("MYSQL_LISTEN"), false);
      mysql(ports.get("MYSQL_LISTEN"), true);
      send(ports.get("MYSQL_LISTEN"), "GET / HTTP/1.0\r\n\r\n".getBytes(UTF_8));
    }
    case "ssh" -> send(ports.get("SSH_LISTEN"), "SSH-2.0-OpenSSH_9.2\r\n".getBytes(UTF_8));
    default -> {}
  }
}

/** Logs in as root without a password, asks, and leaves. */
void mysql(int port, boolean tls) throws Exception {
  try (var plain = new Socket(InetAddress.getLoopbackAddress(), port)) {
    packet(plain.getInputStream());
    int capabilities =
        0x000aa200 | (tls ? 0x800 : 0); // 4.1, transactions, secure connection, plugin
    byte[] head = new byte[32];
    for (int i = 0; i < 4; i++) {
      head[i] = (byte) (capabilities >> 8 * i);
    }
    head[7] = 1;
    head[8] = (byte) 255;
    Socket socket = plain;
    int sequence = 1;
    if (tls) {
      write(plain.getOutputStream(), sequence++, head);
      SSLSocket secure = secure(plain);
      secure.startHandshake();
      socket = secure;
    }
    byte[] tail = "root\0\0mysql_native_password\0".getBytes(UTF_8);
    byte[] login = java.util.Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, login, head.length, tail.length);
    write(socket.getOutputStream(), sequence, login);
    packet(socket.getInputStream());
    for (String sql :
        List.of(
            "SELECT @@version, 1 + 1",
            "SHOW DATABASES",
            "CREATE DATABASE d",
            "CREATE TABLE d.t (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(9))",
            "INSERT INTO d.t (a) VALUES ('x')",
            "SELECT a, COUNT(*) FROM d.t WHERE id > 0 GROUP BY a ORDER BY 1",
            "DROP DATABASE d",
            "SELEC 1")) {
      byte[] text = ("\u0003" + sql).getBytes(UTF_8);
      write(socket.getOutputStream(), 0, text);
      Thread.sleep(50);
      socket.getInputStream().readNBytes(socket.getInputStream().available());
    }
    write(socket.getOutputStream(), 0, new byte[] {1});
  }
}

void write(OutputStream out, int sequence, byte[] payload) throws IOException {
  byte[] packet = new byte[payload.length + 4];
  packet[0] = (byte) payload.length;
  packet[3] = (byte) sequence;
  System.arraycopy(payload, 0, packet, 4, payload.length);
  out.write(packet);
}

void packet(InputStream in) throws IOException {
  byte[] head = in.readNBytes(4);
  in.readNBytes((head[0] & 0xff) | (head[1] & 0xff) << 8);
}

/** Says something, and reads until nothing more comes for a while. */
void send(int port, byte[] bytes) throws IOException {
  try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
    socket.setSoTimeout(500);
    socket.getOutputStream().write(bytes);
    while (socket.getInputStream().read() >= 0) {
      // it goes on
    }
  } catch (java.net.SocketTimeoutException _) {
    // it waits for us
  }
}

int get(String uri) throws IOException, InterruptedException {
  try (var client = HttpClient.newHttpClient()) {
    var request = HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(10)).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}

SSLSocket secure(Socket socket) throws IOException, GeneralSecurityException {
  var context = SSLContext.getInstance("TLS");
  context.init(null, new TrustManager[] {new TrustsAll()}, null);
  return (SSLSocket)
      context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
}

int free() throws IOException {
  try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
    return socket.getLocalPort();
  }
}

void execute(List<String> command, Path log) throws IOException, InterruptedException {
  int exit =
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start()
          .waitFor();
  if (exit != 0) {
    throw new IllegalStateException(
        "exit code " + exit + " of " + command.getFirst() + ": " + Files.readString(log));
  }
}

static final class TrustsAll implements X509TrustManager {
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
