package io.honeypods.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.testkit.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * An image that podman runs on a private network, as an operator would: nothing it could write to,
 * no capability, and no more memory than a pod of ours gets.
 */
final class Container implements AutoCloseable {
  /** In bytes. */
  static final long MEMORY = 160L << 20;

  private static final List<String> PODMAN = List.of("podman", "--runtime", "runc", "run", "-d");
  private static final List<String> HARDENED =
      List.of(
          "--read-only",
          "--read-only-tmpfs=false",
          "--security-opt=no-new-privileges",
          "--memory=" + MEMORY,
          "--ulimit=nofile=4096:4096",
          "--ulimit=nproc=4096:4096",
          "--sysctl=net.ipv4.ip_unprivileged_port_start=0",
          "--env=DECOY_IDENTITY_SEED=e2e");
  private static final List<String> ORDINARY = List.of("--cap-drop=all", "--user=65532:65532");
  private static final int ADMIN = 9100;

  private final String id;
  private final String address;

  private Container(String id) {
    this.id = id;
    this.address = inspect("{{.NetworkSettings.IPAddress}}");
  }

  /** Runs it as the user it is made for, without any capability. */
  static Container run(Image image, String... options) {
    return start(image, ORDINARY, options);
  }

  /** Runs it as root with the one capability that raw sockets take. */
  static Container runRaw(Image image, String... options) {
    return start(image, List.of("--cap-drop=all", "--cap-add=NET_RAW", "--user=0:0"), options);
  }

  /** Runs it to its end. */
  static Command once(Image image, String... arguments) {
    var command = new ArrayList<>(List.of("podman", "--runtime", "runc", "run", "--rm"));
    command.addAll(HARDENED);
    command.addAll(ORDINARY);
    command.add(image.name());
    command.addAll(List.of(arguments));
    return Command.run(command.toArray(String[]::new));
  }

  private static Container start(Image image, List<String> user, String... options) {
    var command = new ArrayList<>(PODMAN);
    command.addAll(HARDENED);
    command.addAll(user);
    command.addAll(List.of(options));
    command.add(image.name());
    Command run = Command.run(command.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    var container = new Container(run.out().strip());
    Eventually.await(
        () -> "container that is ready; it said: " + container.stderr(),
        Eventually.PATIENCE,
        () -> container.isReady() ? container : null);
    return container;
  }

  String address() {
    return address;
  }

  int pid() {
    return Integer.parseInt(inspect("{{.State.Pid}}"));
  }

  int exitCode() {
    return Integer.parseInt(inspect("{{.State.ExitCode}}"));
  }

  /** What it wrote to stdout so far. */
  List<SeenEvent> events() {
    return logs().out().lines().map(SeenEvent::parse).toList();
  }

  SeenEvent awaitEvent(String what, Predicate<SeenEvent> wanted) {
    return Eventually.<SeenEvent>await(
        () -> what + " event; there are " + events(),
        Eventually.PATIENCE,
        () -> events().stream().filter(wanted).findFirst().orElse(null));
  }

  SeenEvent awaitEvent(String decoy, String action) {
    return awaitEvent(decoy + " " + action, event -> event.is(decoy, action));
  }

  String stderr() {
    return logs().err();
  }

  /** Sends a signal and waits for the end; how long that took. */
  Duration end(String signal) {
    long began = System.nanoTime();
    podman("kill", "--signal", signal, id);
    podman("wait", id);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Every file as {@code ls -l} would list it, of the image and what podman adds to it. */
  List<String> files() {
    Command list =
        Command.run("sh", "-c", "podman export " + id + " | tar -tv --numeric-owner -f -");
    assertThat(list.exit()).as(list.err()).isZero();
    return list.out().lines().toList();
  }

  @Override
  public void close() {
    podman("rm", "-f", "-t", "0", id);
  }

  private boolean isReady() {
    return Command.run(
                "curl",
                "-s",
                "-o",
                "/dev/null",
                "-f",
                "http://" + address + ":" + ADMIN + "/readyz")
            .exit()
        == 0;
  }

  private Command logs() {
    return podman("logs", id);
  }

  private String inspect(String what) {
    return podman("inspect", "-f", what, id).out().strip();
  }

  private static Command podman(String... words) {
    var command = new ArrayList<>(List.of("podman", "--runtime", "runc"));
    command.addAll(List.of(words));
    Command ran = Command.run(command.toArray(String[]::new));
    assertThat(ran.exit()).as("%s: %s", command, ran.err()).isZero();
    return ran;
  }
}
