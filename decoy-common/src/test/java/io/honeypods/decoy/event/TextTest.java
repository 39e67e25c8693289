package io.honeypods.decoy.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void aTextAtTheLimitIsWhole() {
    String whole = "a".repeat(Text.LIMIT);
    assertThat(Text.of(whole)).isEqualTo(new Text(whole, Text.LIMIT, null));
    assertThat(Text.of(whole).isCut()).isFalse();
  }

  @Test
  void aTextPastTheLimitIsCutAndDigested() {
    String whole = "a".repeat(Text.LIMIT + 1);
    Text text = Text.of(whole);
    assertThat(text.value()).hasSize(Text.LIMIT);
    assertThat(text.length()).isEqualTo(Text.LIMIT + 1);
    assertThat(text.sha256()).isEqualTo(Bytes.ofLatin1(whole).sha256());
    assertThat(text.isCut()).isTrue();
  }

  @Test
  void latin1TextIsDigestedAsTheBytesItStandsFor() {
    assertThat(Text.of("\u00ff\u0000", 1).sha256())
        .isEqualTo(Bytes.of((byte) 0xff, (byte) 0).sha256());
  }

  @Test
  void otherTextIsDigestedAsUtf8() {
    assertThat(Text.of("\u20ac\u00e9", 1).sha256()).isEqualTo(Bytes.utf8("\u20ac\u00e9").sha256());
  }

  @Test
  void nothingIsEmpty() {
    assertThat(Text.of("")).isSameAs(Text.EMPTY);
    assertThat(Text.EMPTY.isCut()).isFalse();
  }

  @Test
  void aSecretDoesNotShowItself() {
    assertThat(Secret.password("hunter2")).hasToString("Secret[password]");
  }
}
