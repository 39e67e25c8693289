package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderBuffersTest {
  private static final int FIRST = 1024;

  private final HeaderBuffers buffers = new HeaderBuffers();

  @Test
  void hasRoomForALineAsLongAsABuffer() {
    for (int length = 1; length < HeaderBuffers.LARGE; length++) {
      assertThat(buffers.add(length)).as("byte %d", length).isTrue();
    }
    assertThat(buffers.add(HeaderBuffers.LARGE)).isFalse();
  }

  @Test
  void hasRoomForOneSmallAndFourLargeBuffersOfShortLines() {
    int total = FIRST + 4 * HeaderBuffers.LARGE;
    for (int i = 1; i < total; i++) {
      assertThat(buffers.add(0)).as("byte %d", i).isTrue();
    }
    assertThat(buffers.add(0)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1023, 1023 + 8192, 1023 + 4 * 8192})
  void knowsWhenABufferIsAboutToBeFull(int bytes) {
    for (int i = 0; i < bytes; i++) {
      assertThat(buffers.isFullAfterNext()).as("after %d", i).isEqualTo((i - 1023) % 8192 == 0);
      buffers.add(0);
    }
    assertThat(buffers.isFullAfterNext()).isTrue();
  }

  @Test
  void losesWhatAMovedLineLeavesBehind() {
    for (int i = 1; i < FIRST; i++) {
      buffers.add(0);
    }
    buffers.add(500);
    for (int length = 501; length < HeaderBuffers.LARGE; length++) {
      assertThat(buffers.add(length)).as("byte %d", length).isTrue();
    }
    assertThat(buffers.add(HeaderBuffers.LARGE)).isFalse();
  }

  @Test
  void neverFillsWithEmptyLines() {
    for (int i = 0; i < 100_000; i++) {
      buffers.addEmpty();
    }
    assertThat(buffers.add(1)).isTrue();
  }
}
