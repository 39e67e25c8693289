package io.honeypods.decoy.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptureTest {

  @Test
  void partsAddUpToTheWhole() {
    var capture = new Capture();
    capture.add(Bytes.utf8("ab"));
    capture.add(Bytes.EMPTY);
    capture.add(Bytes.utf8("c"));
    assertThat(capture.payload()).isEqualTo(Payload.of(Bytes.utf8("abc")));
  }

  @Test
  void whatIsBeyondTheLimitIsCountedAndDigestedOnly() {
    var capture = new Capture(3);
    capture.add(Bytes.utf8("ab"));
    capture.add(Bytes.utf8("cd"));
    capture.add(Bytes.utf8("ef"));
    assertThat(capture.length()).isEqualTo(6);
    assertThat(capture.payload())
        .isEqualTo(new Payload(Bytes.utf8("abc"), 6, Bytes.utf8("abcdef").sha256()));
  }

  @Test
  void aPayloadKeepsItsLimitAndNotOneByteMore() {
    Bytes limit = Bytes.of(new byte[Payload.LIMIT]);
    Bytes more = Bytes.of(new byte[Payload.LIMIT + 1]);
    assertThat(Payload.of(limit).kept()).isEqualTo(limit);
    assertThat(Payload.of(more).kept()).isEqualTo(limit);
    assertThat(Payload.of(more).length()).isEqualTo(Payload.LIMIT + 1);
    assertThat(Payload.of(more).sha256()).isEqualTo(more.sha256());
  }

  @Test
  void bytesAreCopiedInAndOut() {
    byte[] mine = {1, 2};
    Bytes bytes = Bytes.of(mine);
    mine[0] = 9;
    bytes.toByteArray()[1] = 9;
    assertThat(bytes).isEqualTo(Bytes.of((byte) 1, (byte) 2));
  }
}
