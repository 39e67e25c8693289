package io.honeypods.ssh.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A package that is installed; its name has the architecture behind it where dpkg shows it so. */
public record Installed(String name, String version, String architecture, String description) {

  /** The packages of a release, in the order of their names. */
  static List<Installed> on(Debian debian) {
    var installed = new ArrayList<Installed>();
    String release = "";
    for (String line : resource().split("\n", -1)) {
      if (line.startsWith("\t")) {
        if (release.equals(debian.major())) {
          String[] fields = line.substring(1).split(" ", 4);
          installed.add(new Installed(fields[0], fields[1], fields[2], fields[3]));
        }
      } else if (!line.startsWith("#")) {
        release = line;
      }
    }
    return List.copyOf(installed);
  }

  /** The name alone. */
  public String plainName() {
    return name.split(":", 2)[0];
  }

  private static String resource() {
    try (InputStream in =
        Objects.requireNonNull(Installed.class.getResourceAsStream("packages.txt"))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
