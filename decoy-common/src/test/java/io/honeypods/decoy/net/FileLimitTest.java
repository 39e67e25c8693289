package io.honeypods.decoy.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileLimitTest {

  @ParameterizedTest
  @CsvSource({
    "20000, 1048576, 20000",
    "19872, 20000, 19872",
    "19873, 20000, 19872",
    "20000, 20000, 19872",
    "20000, 100, 50",
    "5, 1, 1",
    "1, 0, 1"
  })
  void theCapLeavesRoomForOurOwnFiles(int asked, long files, int allowed) {
    assertThat(FileLimit.allow(asked, files)).isEqualTo(allowed);
  }
}
