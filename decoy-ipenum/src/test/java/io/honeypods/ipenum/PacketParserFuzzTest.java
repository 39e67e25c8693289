package io.honeypods.ipenum;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Any bytes at all, as a packet: no exception in the parser, nor in what looks at its packets. */
class PacketParserFuzzTest {

  @FuzzTest(maxDuration = "30m")
  void readsAnyBytes(byte[] data) {
    var config = new IpenumConfig.ScanConfig(2, Duration.ofSeconds(60));
    var detector = new Detector(config, 16, 42, null, new Teller(_ -> {}, _ -> {}));
    var bytes = ByteBuffer.wrap(data);

    detector.saw(PacketParser.parse(bytes), bytes, 1000);
    detector.saw(PacketParser.parse(bytes), bytes, 2000);
    detector.finish(10_000);
  }
}
