package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command's time runs out. */
class TimeoutTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          timeout 2 sleep 60                         # 124
          timeout 2s sh -c 'sleep 60; echo late'     # 124
          timeout 2 sh -c 'yes | cat > /dev/null'    # 124
          timeout 0.5 yes > /dev/null                # 124
          timeout -s KILL 2 sleep 60                 # 137
          timeout --preserve-status 2 sleep 60       # 143
          timeout -k 1 2 sleep 60                    # 124
          timeout 60 sh -c 'exit 3'                  # 3
          timeout 0 sleep 5                          # 0
          timeout 5 nosuchprogram                    # 127
          timeout 5                                  # 125
          timeout soon sleep 5                       # 125
          """)
  void endsAsGenuine(String command, int status) {
    TestMachine.Ran ran = TestMachine.run(SshProfile.DEBIAN13, "root", command);

    assertThat(ran.over()).isTrue();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.status()).isEqualTo(status);
  }
}
