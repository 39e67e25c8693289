package io.honeypods.ssh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Things that clients, scanners and vandals say to an sshd before they are logged in. */
final class Probes {
  private final List<Probe> all = new ArrayList<>();

  /** What is said, and how it is listened to. */
  record Probe(String name, Script script) {}

  /** A conversation from the client's side. */
  interface Script {
    List<String> run(RawSsh ssh) throws IOException;
  }

  static List<Probe> all() {
    var probes = new Probes();
    ClearProbes.addTo(probes);
    ExchangeProbes.addTo(probes);
    LoginProbes.addTo(probes);
    return probes.all;
  }

  /** What only a server of the 9.x profile offers. */
  static List<Probe> finiteField() {
    var probes = new Probes();
    ExchangeProbes.addFiniteFieldTo(probes);
    return probes.all;
  }

  void add(String name, Script script) {
    all.add(new Probe(name, script));
  }

  static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
