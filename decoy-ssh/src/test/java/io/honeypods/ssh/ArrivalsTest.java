package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Direction;
import io.honeypods.decoy.event.Event.FileTransferred;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor sends into a file is told of, once. */
class ArrivalsTest {
  private static final String SENT = "\u007fELF sample\n".repeat(2000);

  private static List<FileTransferred> arrivals(String command, String input) {
    return TestMachine.run(SshProfile.DEBIAN13, "root", command, input).events().stream()
        .filter(FileTransferred.class::isInstance)
        .map(FileTransferred.class::cast)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cat > /tmp/f",
        "cat >> /tmp/f",
        "cat | cat > /tmp/f",
        "cd /tmp && { cat > f; }",
        "bash -c 'cat > /tmp/f'",
        "dd of=/tmp/f",
        "tee /tmp/f > /dev/null",
        "cat > /tmp/f; chmod +x /tmp/f; /tmp/f",
        "exec cat > /tmp/f"
      })
  void tellsOfWhatIsWrittenFromTheInput(String command) {
    assertThat(arrivals(command, SENT))
        .singleElement()
        .satisfies(
            arrival -> {
              assertThat(arrival.direction()).isEqualTo(Direction.UPLOAD);
              assertThat(arrival.name().value()).isEqualTo("/tmp/f");
              assertThat(arrival.content().length()).isEqualTo(SENT.length());
              assertThat(arrival.content().sha256()).isEqualTo(Bytes.ofLatin1(SENT).sha256());
            });
  }

  @ParameterizedTest
  @CsvSource({"base64 -d > /tmp/f, aGVsbG8K", "tr A-Z a-z > /tmp/f, HELLO"})
  void tellsOfWhatIsMadeOfTheInput(String command, String input) {
    assertThat(arrivals(command, input))
        .singleElement()
        .satisfies(arrival -> assertThat(arrival.content().length()).isBetween(5L, 6L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo x > /tmp/f",
        "cat /etc/passwd > /tmp/f",
        "cat > /dev/null",
        "cat",
        "read line; echo known > /tmp/f",
        "wc -c"
      })
  void keepsSilentOfAllElse(String command) {
    assertThat(arrivals(command, SENT)).isEmpty();
  }

  @Test
  void keepsSilentOfAnEmptyFile() {
    assertThat(arrivals("cat > /tmp/f", "")).isEmpty();
  }
}
