package io.honeypods.e2e;

import java.nio.file.Path;

/** Where things are in the tree that is tested. */
final class Reactor {
  static final Path ROOT = Path.of(System.getProperty("reactor.root", "..")).normalize();
  static final Path LIB = ROOT.resolve("images/all/target/lib").toAbsolutePath();
  static final Path JVM_OPTIONS = ROOT.resolve("images/jvm.options").toAbsolutePath();
  static final Path JDK_TOOLS = Path.of(System.getProperty("java.home"), "bin");
  static final Path TEST_CLASSES = Path.of("target/test-classes").toAbsolutePath();

  private Reactor() {}

  /** Whether loads run at full size. */
  static boolean isLong() {
    return Boolean.getBoolean("e2e.long");
  }
}
