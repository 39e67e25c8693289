package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "1, 1, 1",
    "4096, 4096, 4KiB",
    "4097, 4097, 4097",
    "64KiB, 65536, 64KiB",
    "4MiB, 4194304, 4MiB",
    "1536KiB, 1572864, 1536KiB",
    "1024KiB, 1048576, 1MiB",
    "2GiB, 2147483648, 2GiB",
    "3TiB, 3298534883328, 3TiB",
    "2048TiB, 2251799813685248, 2048TiB",
    "0MiB, 0, 0",
  })
  void readsASizeAndWritesItInItsLargestWholeUnit(String text, long bytes, String shown) {
    assertThat(ByteSize.parse(text)).isEqualTo(new ByteSize(bytes)).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "MiB",
        "-1",
        "-1KiB",
        "4 MiB",
        "4MB",
        "4mib",
        "4M",
        "4.5MiB",
        "4MiBs",
        "1e3",
        "0x10",
        "1_000",
        "9007199254740992KiB",
        "999999999999999TiB",
        "9999999999999999",
        "٤",
      })
  void saysWhatASizeIs(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ByteSize.parse(text))
        .withMessage("\"" + text + "\" (expected a size such as 64KiB, 4MiB or 4096)");
  }

  @Test
  void isNeverNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ByteSize(-1))
        .withMessage("size -1 (expected 0 or more)");
  }
}
