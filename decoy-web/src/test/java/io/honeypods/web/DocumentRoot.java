package io.honeypods.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The tree of docroot.txt in a directory of its own that everybody may read. */
final class DocumentRoot implements AutoCloseable {
  private final Path top;
  private final Path root;
  private final List<Path> directories = new ArrayList<>();

  private DocumentRoot(Path top) throws IOException {
    this.top = top;
    this.root = top.resolve("root");
    chmod(top, 0755);
    directory(root);
  }

  static DocumentRoot create() throws IOException {
    var tree = new DocumentRoot(Files.createTempDirectory("docroot"));
    List<String> last = new ArrayList<>();
    for (String line : NginxCase.lines("docroot.txt")) {
      if (line.startsWith("dir ")) {
        last.add(line);
      }
      try {
        tree.add(line.split(" ", 6));
      } catch (InvalidPathException e) {
        // A name this JVM's file system encoding can't spell is missing for both servers.
        System.err.println("DocumentRoot: left out " + line + ": " + e.getMessage());
      }
    }
    for (String line : last) {
      String[] field = line.split(" ", 3);
      chmod(tree.at(field[1]), Integer.parseInt(field[2], 8));
    }
    return tree;
  }

  Path path() {
    return root;
  }

  private Path at(String escaped) {
    return root.resolve(new String(Escaped.bytes(escaped), StandardCharsets.UTF_8));
  }

  private void add(String[] field) throws IOException {
    Path path = at(field[1]);
    directory(path.getParent());
    switch (field[0]) {
      case "file" -> {
        Files.write(path, content(field[4], field[5]));
        Files.setLastModifiedTime(path, FileTime.from(Long.parseLong(field[3]), TimeUnit.SECONDS));
        chmod(path, Integer.parseInt(field[2], 8));
      }
      case "dir" -> directory(path);
      case "link" ->
          Files.createSymbolicLink(
              path, Path.of(new String(Escaped.bytes(field[2]), StandardCharsets.UTF_8)));
      case "fifo" -> fifo(path);
      default -> throw new IllegalArgumentException(field[0]);
    }
  }

  private static byte[] content(String kind, String value) {
    if (kind.equals("text")) {
      return Escaped.bytes(value);
    }
    byte[] bytes = new byte[Integer.parseInt(value)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 7L % 251);
    }
    return bytes;
  }

  private void directory(@Nullable Path path) throws IOException {
    if (path != null && !Files.isDirectory(path)) {
      directory(path.getParent());
      Files.createDirectory(path);
      chmod(path, 0755);
      directories.add(path);
    }
  }

  private static void fifo(Path path) throws IOException {
    try {
      new ProcessBuilder("mkfifo", "-m", "644", path.toString()).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while making " + path, e);
    }
  }

  private static void chmod(Path path, int mode) throws IOException {
    var rights = new StringBuilder("rwxrwxrwx");
    for (int i = 0; i < rights.length(); i++) {
      if ((mode & (0400 >> i)) == 0) {
        rights.setCharAt(i, '-');
      }
    }
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights.toString()));
  }

  @Override
  public void close() throws IOException {
    for (Path directory : directories) {
      chmod(directory, 0700);
    }
    try (var paths = Files.walk(top)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
