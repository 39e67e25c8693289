package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pod and an attacker in network namespaces of their own, joined by a veth pair. */
final class Namespaces implements AutoCloseable {
  static final String POD4 = "10.77.0.2";
  static final String POD6 = "fd77::2";
  static final String POD_INTERFACE = "pod0";
  static final String ATTACKER_INTERFACE = "att0";

  private final String pod = "hp-pod-" + ProcessHandle.current().pid();
  private final String attacker = "hp-att-" + ProcessHandle.current().pid();
  private final Thread hook = new Thread(this::remove);

  Namespaces() {
    Runtime.getRuntime().addShutdownHook(hook);
    ip("netns add " + pod);
    ip("netns add " + attacker);
    ip("link add pod0 netns " + pod + " type veth peer name att0 netns " + attacker);
    for (String end : List.of(pod + " pod0", attacker + " att0")) {
      ip("-n " + end.replace(" ", " link set ") + " up");
      ip("-n " + end.substring(0, end.indexOf(' ')) + " link set lo up");
    }
    ip("-n " + pod + " addr add " + POD4 + "/16 dev pod0");
    ip("-n " + pod + " addr add " + POD6 + "/64 dev pod0 nodad");
    for (int host = 10; host < 60; host++) {
      ip("-n " + attacker + " addr add 10.77.1." + host + "/16 dev att0");
      ip("-n " + attacker + " addr add fd77::" + host + "/64 dev att0 nodad");
    }
  }

  /** Runs a program beside the attacker; it is the caller's to look at how it ends. */
  Command attack(String... words) {
    return Command.run(in(attacker, words).toArray(String[]::new));
  }

  /** A command line that runs something in the pod. */
  List<String> inPod(List<String> words) {
    return in(pod, words.toArray(String[]::new));
  }

  List<String> besideAttacker(String... words) {
    return in(attacker, words);
  }

  String podMac() {
    String shown =
        Command.run("ip", "netns", "exec", pod, "cat", "/sys/class/net/pod0/address").out();
    return shown.strip();
  }

  @Override
  public void close() {
    remove();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private void remove() {
    Command.run("ip", "netns", "del", pod);
    Command.run("ip", "netns", "del", attacker);
  }

  private static List<String> in(String namespace, String... words) {
    var all = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    all.addAll(Arrays.asList(words));
    return all;
  }

  private static void ip(String words) {
    Command done = Command.run(("ip " + words).split(" ", -1));
    assertThat(done.exit()).as("ip %s: %s", words, done.err()).isZero();
  }
}
