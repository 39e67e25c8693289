package io.honeypods.e2e.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import java.util.ArrayList;
import java.util.List;

/** A cluster's network in small: a namespace of the monitoring, and one for each pod, bridged. */
final class Lab implements AutoCloseable {
  /** The address of the monitoring. */
  static final String HUB_IP = "10.88.0.1";

  private static final String HUB = "hub";

  private final String prefix = "hp-lab-" + ProcessHandle.current().pid() + "-";
  private final List<String> names = new ArrayList<>();
  private final Thread hook = new Thread(this::remove);

  Lab() {
    Runtime.getRuntime().addShutdownHook(hook);
    add(HUB);
    ip("-n " + prefix + HUB + " link add br0 type bridge");
    ip("-n " + prefix + HUB + " addr add " + HUB_IP + "/16 dev br0");
    ip("-n " + prefix + HUB + " link set br0 up");
  }

  /** A pod of this name at this address. */
  void pod(String name, String address) {
    add(name);
    String end = "v" + names.size();
    ip(
        "link add eth0 netns "
            + prefix
            + name
            + " type veth peer name "
            + end
            + " netns "
            + prefix
            + HUB);
    ip("-n " + prefix + HUB + " link set " + end + " master br0 up");
    ip("-n " + prefix + name + " addr add " + address + "/16 dev eth0");
    ip("-n " + prefix + name + " link set eth0 up");
  }

  /** What tells podman to run a container in a pod. */
  String network(String pod) {
    return "--network=ns:/run/netns/" + prefix + pod;
  }

  /** The command line that runs something in a pod. */
  List<String> in(String pod, List<String> words) {
    var all = new ArrayList<>(List.of("ip", "netns", "exec", prefix + pod));
    all.addAll(words);
    return all;
  }

  /** The command line that runs something beside the monitoring. */
  List<String> inHub(List<String> words) {
    return in(HUB, words);
  }

  Command run(String pod, String... words) {
    return Command.run(in(pod, List.of(words)).toArray(String[]::new));
  }

  /** The body of a page of the monitoring; empty where it does not answer. */
  String get(String url) {
    return run(HUB, "curl", "-sfG", url).out();
  }

  @Override
  public void close() {
    remove();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private void add(String name) {
    names.add(name);
    ip("netns add " + prefix + name);
    ip("-n " + prefix + name + " link set lo up");
  }

  private void remove() {
    names.forEach(name -> Command.run("ip", "netns", "del", prefix + name));
  }

  private static void ip(String words) {
    Command done = Command.run(("ip " + words).split(" ", -1));
    assertThat(done.exit()).as("ip %s: %s", words, done.err()).isZero();
  }
}
