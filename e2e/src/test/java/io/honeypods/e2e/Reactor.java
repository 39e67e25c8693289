package io.honeypods.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where things are in the tree that is tested. */
public final class Reactor {
  public static final Path ROOT =
      Path.of(System.getProperty("reactor.root", "..")).toAbsolutePath().normalize();
  public static final Path LIB = ROOT.resolve("images/all/target/lib");
  static final Path JVM_OPTIONS = ROOT.resolve("images/jvm.options");
  static final Path JDK_TOOLS = Path.of(System.getProperty("java.home"), "bin");
  static final Path TEST_CLASSES = Path.of("target/test-classes").toAbsolutePath();

  private Reactor() {}

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in a folder, in order. */
  public static List<Path> children(Path folder) {
    try (var paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether loads run at full size. */
  static boolean isLong() {
    return Boolean.getBoolean("e2e.long");
  }
}
