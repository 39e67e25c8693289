package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.honeypods.testkit.Command;
import io.honeypods.testkit.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An image that the build has made, known to podman. */
public record Image(String name) {
  private static final Path FOLDER = Reactor.ROOT.resolve("images/target");
  private static final Map<String, Image> LOADED = new ConcurrentHashMap<>();

  /** Skips the test where there is no podman or no image, and fails it in CI. */
  public static Image of(String decoy) {
    Tools.require("podman", "runc");
    Path tar = FOLDER.resolve(decoy + ".tar");
    if (!Files.exists(tar)) {
      String reason = "NO " + tar + ": IMAGES ARE NOT TESTED (mvn -Pimages package makes them)";
      if (Tools.isCi()) {
        fail(reason);
      }
      System.err.println(reason);
      abort(reason);
    }
    return LOADED.computeIfAbsent(decoy, _ -> load(tar));
  }

  private static Image load(Path tar) {
    Command load = Command.run("podman", "load", "-q", "-i", tar.toString());
    assertThat(load.exit()).as(load.err()).isZero();
    return new Image(load.out().strip().replaceFirst("^Loaded image(\\(s\\))?: ", ""));
  }
}
