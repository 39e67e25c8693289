package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.web.ByteRanges.ByteRange;
import io.honeypods.web.ByteRanges.Outcome;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangesTest {
  private static final int SIZE = 100;

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=5-9, 5, 10",
    "bytes=99-, 99, 100",
    "bytes=0-, 0, 100",
    "bytes=0-1000, 0, 100",
    "bytes=-1, 99, 100",
    "bytes=-1000, 0, 100",
    "BYTES= 5 - 9 , 5, 10"
  })
  void servesOneRange(String header, long start, long end) {
    ByteRanges ranges = parse(header);
    assertThat(ranges.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(ranges.ranges()).containsExactly(new ByteRange(start, end));
  }

  @Test
  void servesSeveralInTheOrderAsked() {
    assertThat(parse("bytes=50-59,0-0,-1").ranges())
        .containsExactly(new ByteRange(50, 60), new ByteRange(0, 1), new ByteRange(99, 100));
  }

  @Test
  void leavesOutRangesBeyondTheFile() {
    assertThat(parse("bytes=100-,5-5").ranges()).containsExactly(new ByteRange(5, 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=100-",
        "bytes=x",
        "bytes=5",
        "bytes=1-2-3",
        "bytes=--1",
        "bytes=99999999999999999999-"
      })
  void refusesWhatCannotBeServed(String header) {
    assertThat(parse(header).outcome()).isEqualTo(Outcome.UNSATISFIABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bytes=", "byte=0-1", "lines=0-1", "bytes 0-1", "bytes=0-99,0-0"})
  void sendsTheWholeFile(String header) {
    assertThat(parse(header).outcome()).isEqualTo(Outcome.WHOLE);
  }

  @Test
  void servesAsManyRangesAsTheVersionAllows() {
    assertThat(parse(times(20)).ranges()).hasSize(20);
    assertThat(parse(times(21)).outcome()).isEqualTo(Outcome.WHOLE);
    assertThat(ByteRanges.parse(times(21), SIZE, Integer.MAX_VALUE).ranges()).hasSize(21);
  }

  @Test
  void describesARange() {
    assertThat(new ByteRange(5, 10).of(SIZE)).isEqualTo("bytes 5-9/100");
  }

  private static String times(int count) {
    List<String> one = Collections.nCopies(count, "1-1");
    return "bytes=" + String.join(",", one);
  }

  private static ByteRanges parse(String header) {
    return ByteRanges.parse(header, SIZE, 20);
  }
}
