package io.honeypods.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.Problem;
import io.honeypods.decoy.event.Bytes;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a directory into memory as nginx's worker would see it: a user that owns nothing, so that
 * the permissions of others decide. A link to a directory that holds it seems empty.
 */
final class DirectorySite {
  /** Bytes of all files together. */
  static final long MAX_BYTES = 32L << 20;

  private static final int MAX_ENTRIES = 10_000;
  private static final int MAX_DEPTH = 40;

  private final Path root;
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final Set<Path> entered = new HashSet<>();
  private long bytes;

  private DirectorySite(Path root) {
    this.root = root;
  }

  /**
   * The site of a directory.
   *
   * @throws ConfigException if it is no readable directory or more than is served from memory
   */
  static Site read(Path root) throws ConfigException {
    var reader = new DirectorySite(root);
    if (!Files.isDirectory(root)) {
      throw reader.problem(root.toString(), "a directory");
    }
    try {
      reader.add("/", root, 0);
    } catch (IOException e) {
      throw reader.problem(root + " (" + e + ")", "a directory that can be read");
    }
    return new Site(reader.resources);
  }

  private void add(String path, Path file, int depth) throws ConfigException, IOException {
    if (resources.size() >= MAX_ENTRIES) {
      throw problem(root + " with more than " + MAX_ENTRIES + " entries", MAX_ENTRIES + " at most");
    }
    if (depth > MAX_DEPTH) {
      throw problem(root + " with directories " + depth + " deep", MAX_DEPTH + " at most");
    }
    var attributes = Files.readAttributes(file, PosixFileAttributes.class);
    Set<PosixFilePermission> permissions = attributes.permissions();
    boolean readable = permissions.contains(PosixFilePermission.OTHERS_READ);
    var modified = attributes.lastModifiedTime().toInstant();
    if (attributes.isDirectory()) {
      boolean open = readable && permissions.contains(PosixFilePermission.OTHERS_EXECUTE);
      resources.put(path, open ? new Resource.Directory(modified) : new Resource.Unreadable(true));
      if (open && entered.add(file.toRealPath())) {
        addAll(path, file, depth);
        entered.remove(file.toRealPath());
      }
    } else if (attributes.isRegularFile()) {
      resources.put(path, readable ? content(file, modified) : new Resource.Unreadable(false));
    }
  }

  private void addAll(String path, Path directory, int depth) throws ConfigException, IOException {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(directory)) {
      entries = listed.sorted().toList();
    }
    String parent = path.equals("/") ? "/" : path + "/";
    for (Path entry : entries) {
      String name = new String(entry.getFileName().toString().getBytes(UTF_8), ISO_8859_1);
      if (Files.exists(entry)) {
        add(parent + name, entry, depth + 1);
      } else if (isLoop(entry)) {
        resources.put(parent + name, new Resource.Unreadable(true));
      }
    }
  }

  /** Whether it is a link that leads to itself, rather than to nothing. */
  private static boolean isLoop(Path entry) throws IOException {
    try {
      return !Files.exists(entry.toRealPath());
    } catch (NoSuchFileException e) {
      return false;
    } catch (FileSystemException e) {
      return true;
    }
  }

  private Resource content(Path file, Instant modified) throws ConfigException, IOException {
    bytes += Files.size(file);
    if (bytes > MAX_BYTES) {
      throw problem(root + " with more than " + MAX_BYTES + " bytes", MAX_BYTES + " at most");
    }
    return new Resource.File(Bytes.of(Files.readAllBytes(file)), modified);
  }

  private ConfigException problem(String got, String expected) {
    return new ConfigException(List.of(new Problem("web.root", got, expected, null)));
  }
}
