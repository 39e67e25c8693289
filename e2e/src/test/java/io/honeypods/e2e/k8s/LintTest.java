package io.honeypods.e2e.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Holds the installed objects against the linters' rules. */
class LintTest {
  @Test
  void nothingIsLeftThatNobodyExcused() {
    assertThat(Lint.unexcused("install", Manifest.installed())).isEmpty();
  }

  @Test
  void everyExceptionHasAReason() {
    assertThat(Lint.EXCUSES).isNotEmpty().allMatch(excuse -> excuse.reason().length() > 30);
  }
}
