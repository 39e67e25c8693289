package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentificationTest {

  @ParameterizedTest
  @CsvSource({
    "SSH-2.0-OpenSSH_9.2p1 Debian-2, GOOD",
    "SSH-1.99-x, GOOD",
    "SSH-2.1-x, GOOD",
    "SSH-2.0-, INVALID",
    "SSH-1337-OpenSSH, INVALID",
    "GET / HTTP/1.0, INVALID",
    "SSH-1.5-x, OTHER_MAJOR",
    "SSH-3.0-x, OTHER_MAJOR",
    "SSH-99999999999999999999.0-x, OTHER_MAJOR",
    "SSH-2.0-Probe-1, SCANNER",
    "SSH-2.0-SSH_Version_Mapper, SCANNER"
  })
  void isWhatSshdMakesOfIt(String line, Identification expected) {
    assertThat(Identification.of(line)).isEqualTo(expected);
  }
}
