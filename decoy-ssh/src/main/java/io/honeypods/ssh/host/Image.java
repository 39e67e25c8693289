package io.honeypods.ssh.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** Builds the files of a fresh host from the resources that describe them. */
final class Image {
  private static final String PERSON = "[person]";
  private static final int FIRST_UID = 1000;

  private final TreeMap<String, Inode> files = new TreeMap<>();
  private final Host host;
  private final Map<String, String> facts;
  private final Instant built;

  private Image(Host host, Map<String, String> facts) {
    this.host = host;
    this.facts = facts;
    this.built =
        host.started().minus(Duration.ofDays(19)).truncatedTo(java.time.temporal.ChronoUnit.DAYS);
  }

  static NavigableMap<String, Inode> load(
      Host host, List<String> people, Map<String, String> bait) {
    Map<String, String> facts = new LinkedHashMap<>(host.facts());
    facts.putAll(bait);
    var image = new Image(host, facts);
    List<String> names =
        people.stream()
            .filter(name -> !name.equals("root") && name.matches("[a-z_][a-z0-9_-]{0,31}"))
            .distinct()
            .toList();
    image.programs();
    image.tree(names);
    return Collections.unmodifiableNavigableMap(image.files);
  }

  private void tree(List<String> people) {
    String[] parts = text("tree.txt").split("(?m)^\\Q" + PERSON + "\\E\n", 2);
    section(fill(parts[0].replace("${people}", "")), 0);
    for (int i = 0; i < people.size(); i++) {
      facts.put("user", people.get(i));
      facts.put("uid", String.valueOf(FIRST_UID + i));
      section(fill(parts[1]), FIRST_UID + i);
    }
  }

  private void section(String text, int uid) {
    String path = "/";
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("\t")) {
        Inode before = Objects.requireNonNull(files.get(path), path);
        files.put(
            path, before.written(before.data() + line.substring(1) + "\n", before.modified()));
      } else if (line.startsWith("+ ")) {
        path = line.substring(2);
      } else if (!line.startsWith("#") && !line.isBlank()) {
        path = entry(line.split(" +", -1), uid);
      }
    }
  }

  /** {@code path [-> target | mode [uid:gid [device]]]}; a path that ends in / is a directory. */
  private String entry(String[] fields, int uid) {
    String path = fields[0];
    boolean directory = path.endsWith("/");
    if (directory && path.length() > 1) {
      path = path.substring(0, path.length() - 1);
    }
    if (fields.length > 2 && fields[1].equals("->")) {
      files.put(path, Inode.link(uid, uid, built, fields[2]));
      return path;
    }
    int mode = fields.length > 1 ? Integer.parseInt(fields[1], 8) : directory ? 0755 : 0644;
    String[] owner = (fields.length > 2 ? fields[2] : uid + ":" + uid).split(":", 2);
    int user = Integer.parseInt(owner[0]);
    int group = Integer.parseInt(owner[1]);
    Instant at = path.startsWith("/run") || path.startsWith("/dev") ? host.started() : built;
    if (fields.length > 3) {
      files.put(path, new Inode(Inode.Kind.CHARACTER_DEVICE, mode, user, group, at, fields[3], 0));
    } else if (directory) {
      files.put(path, Inode.directory(mode, user, group, at));
    } else {
      files.put(path, Inode.file(mode, user, group, at, ""));
    }
    return path;
  }

  private void programs() {
    String directory = "/";
    for (String line : fill(text("programs.txt")).split("\n", -1)) {
      if (line.startsWith("/")) {
        directory = line;
      } else if (line.startsWith("\t")) {
        program(directory, line.substring(1).split(" ", -1));
      }
    }
  }

  private void program(String directory, String[] fields) {
    String path = directory + "/" + fields[0];
    if (fields[1].equals("->")) {
      files.put(path, Inode.link(0, 0, built, fields[2]));
    } else {
      int mode = fields.length > 2 ? Integer.parseInt(fields[2], 8) : 0755;
      files.put(
          path,
          new Inode(Inode.Kind.PROGRAM, mode, 0, 0, built, fields[0], Long.parseLong(fields[1])));
    }
  }

  private String fill(String text) {
    String filled = text;
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      filled = filled.replace("${" + fact.getKey() + "}", fact.getValue());
    }
    return filled;
  }

  /** One character for each byte of a resource. */
  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Image.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
