package io.honeypods.web;

import io.honeypods.testkit.RealServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The nginx of this machine, set up like its official container image, on a port of its own. */
record RealNginx(RealServer server) implements Served {
  private static final Path BINARY = Path.of("/usr/sbin/nginx");

  static boolean installed() {
    return Files.isExecutable(BINARY);
  }

  static String version() throws IOException {
    var process = new ProcessBuilder(BINARY.toString(), "-v").redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var version = Pattern.compile("nginx/([0-9.]+)").matcher(output);
    if (!version.find()) {
      throw new IOException("nginx -v said: " + output);
    }
    return version.group(1);
  }

  static RealNginx start(Path root) throws IOException {
    Path work = Files.createTempDirectory("nginx");
    InetSocketAddress address = RealServer.freeAddress();
    Path config = Files.writeString(work.resolve("nginx.conf"), config(work, root, address));
    var command = List.of(BINARY.toString(), "-e", "stderr", "-c", config.toString());
    return new RealNginx(RealServer.start(work, address, command));
  }

  private static String config(Path work, Path root, InetSocketAddress address) throws IOException {
    return """
    %s
    daemon off;
    worker_processes 1;
    pid WORK/nginx.pid;
    error_log stderr warn;
    events { worker_connections 4096; }
    http {
      include /etc/nginx/mime.types;
      default_type application/octet-stream;
      access_log WORK/access.log;
      client_body_temp_path WORK/body;
      proxy_temp_path WORK/proxy;
      fastcgi_temp_path WORK/fastcgi;
      uwsgi_temp_path WORK/uwsgi;
      scgi_temp_path WORK/scgi;
      sendfile on;
      tcp_nopush off;
      keepalive_timeout 65;
      gzip off;
      server {
        listen 127.0.0.1:%d;
        server_name localhost;
        location / { root ROOT; index index.html index.htm; }
        error_page 500 502 503 504 /50x.html;
        location = /50x.html { root ROOT; }
      }
    }
    """
        .formatted(user(), address.getPort())
        .replace("WORK", work.toString())
        .replace("ROOT", root.toString());
  }

  /** The line that makes root's nginx drop its rights, so that file modes mean something. */
  private static String user() throws IOException {
    if (!System.getProperty("user.name").equals("root")) {
      return "";
    }
    for (String user : new String[] {"www-data", "nginx"}) {
      if (Files.readString(Path.of("/etc/passwd")).contains("\n" + user + ":")) {
        return "user " + user + ";";
      }
    }
    return "";
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
