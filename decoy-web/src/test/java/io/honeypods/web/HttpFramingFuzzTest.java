package io.honeypods.web;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.honeypods.decoy.event.Bytes;
import io.honeypods.testkit.Fragments;

/**
 * Any bytes at all, as a visitor of our nginx: no exception, answers well-formed, memory bounded,
 * and the same outcome however they arrive.
 *
 * <p>Seeds run in every build; {@code JAZZER_FUZZ=1} looks for more.
 */
class HttpFramingFuzzTest {

  @FuzzTest(maxDuration = "30m")
  void answersAnyBytes(byte[] data) {
    var bytes = Bytes.of(data);
    WatchedSession whole = WatchedSession.of(Fragments.whole(), bytes);
    whole.checkEqual(WatchedSession.of(Fragments.random(bytes.hashCode()), bytes));
  }
}
