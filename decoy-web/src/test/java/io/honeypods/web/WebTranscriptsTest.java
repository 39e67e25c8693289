package io.honeypods.web;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.honeypods.testkit.Transcript;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WebTranscriptsTest {

  @TestFactory
  Stream<DynamicTest> goesAsWrittenHoweverTheBytesArrive() {
    return Transcript.all(WebTranscriptsTest.class).stream()
        .map(each -> dynamicTest(each.toString(), () -> each.check(TestNginx.PROTOCOL)));
  }
}
