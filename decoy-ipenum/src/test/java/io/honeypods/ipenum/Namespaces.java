package io.honeypods.ipenum;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A pod and an attacker in network namespaces of their own, joined by a veth pair. */
final class Namespaces implements AutoCloseable {
  static final String POD4 = "10.77.0.2";
  static final String POD6 = "fd77::2";
  static final String POD_INTERFACE = "pod0";
  static final String ATTACKER_INTERFACE = "att0";

  private static final String PREFIX = "hp-ipenum-";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name =
      PREFIX + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
  private final String pod = name + "-pod";
  private final String attacker = name + "-att";
  private final Thread hook = new Thread(this::remove);

  Namespaces() {
    removeThoseOfTheDead();
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      make();
    } catch (AssertionError e) {
      close();
      throw e;
    }
  }

  private void make() {
    ip("netns add " + pod);
    ip("netns add " + attacker);
    ip("link add pod0 netns " + pod + " type veth peer name att0 netns " + attacker);
    for (String end : List.of(pod + " link set pod0", attacker + " link set att0")) {
      ip("-n " + end + " up");
    }
    ip("-n " + pod + " link set lo up");
    ip("-n " + attacker + " link set lo up");
    ip("-n " + pod + " addr add " + POD4 + "/16 dev pod0");
    ip("-n " + pod + " addr add " + POD6 + "/64 dev pod0 nodad");
    var batch = new StringBuilder();
    for (int host = 10; host < 100; host++) {
      batch.append("addr add 10.77.1.").append(host).append("/16 dev att0\n");
      batch.append("addr add fd77::").append(host).append("/64 dev att0 nodad\n");
    }
    var builder = new ProcessBuilder("ip", "-n", attacker, "-batch", "-");
    Command done = Command.run(builder, batch.toString());
    assertThat(done.exit()).as(done.err()).isZero();
  }

  /** Runs a program beside the attacker; it is the caller's to look at how it ends. */
  Command attack(String... words) {
    return Command.run(besideAttacker(words).toArray(String[]::new));
  }

  /** Runs what is written with spaces and {@code MAC} for the pod's. */
  Command attack(String words) {
    return attack(words.replace("MAC", podMac()).split(" ", -1));
  }

  /** A command line that runs something in the pod. */
  List<String> inPod(List<String> words) {
    return in(pod, words);
  }

  List<String> besideAttacker(String... words) {
    return in(attacker, Arrays.asList(words));
  }

  String podMac() {
    return readInPod("/sys/class/net/pod0/address");
  }

  /** How many packets the pod's interface was given. */
  long received() {
    return Long.parseLong(readInPod("/sys/class/net/pod0/statistics/rx_packets"));
  }

  private String readInPod(String file) {
    return Command.run("ip", "netns", "exec", pod, "cat", file).out().strip();
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

  /** A test that was killed leaves its namespaces behind. */
  private static void removeThoseOfTheDead() {
    for (String line : Command.run("ip", "netns", "list").out().lines().toList()) {
      String found = line.split(" ", -1)[0];
      String[] words = found.split("-", -1);
      boolean ours = found.startsWith(PREFIX) && words.length == 5;
      if (ours && ProcessHandle.of(Long.parseLong(words[2])).isEmpty()) {
        Command.run("ip", "netns", "del", found);
      }
    }
  }

  private static List<String> in(String namespace, List<String> words) {
    var all = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    all.addAll(words);
    return all;
  }

  private static void ip(String words) {
    Command done = Command.run(("ip " + words).split(" ", -1));
    assertThat(done.exit()).as("ip %s: %s", words, done.err()).isZero();
  }
}
