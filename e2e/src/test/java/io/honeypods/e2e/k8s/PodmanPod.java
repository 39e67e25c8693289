package io.honeypods.e2e.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.e2e.Reactor;
import io.honeypods.testkit.Command;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one container of a rendered workload, run by podman as Kubernetes would run it. */
public final class PodmanPod implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Podman's own are more than it may ask for where it runs in a container itself. */
  private static final List<String> LIMITS =
      List.of("--ulimit=nofile=16384:16384", "--ulimit=nproc=4096:4096");

  private final String id;
  private final String address;

  private PodmanPod(String id) {
    this.id = id;
    this.address = inspect("{{.NetworkSettings.IPAddress}}");
  }

  /**
   * Starts a workload.
   *
   * @param image what was built, in place of the name that a registry knows
   * @param config the file that the volume {@code config} holds
   * @param network what podman is to know of the network; nothing for one of its own
   */
  public static PodmanPod start(Manifest workload, String image, Path config, String... network) {
    var words = new ArrayList<String>(List.of("podman", "run", "--detach", "--rm"));
    words.addAll(LIMITS);
    words.addAll(confinement(workload));
    words.addAll(List.of(network));
    JsonNode container = workload.containers().getFirst();
    String folder = container.at("/volumeMounts/0/mountPath").asString();
    words.add("--volume=" + config + ":" + folder + "/config.yaml:ro");
    for (JsonNode variable : container.path("env")) {
      words.add("--env=" + variable.path("name").asString() + "=pod");
    }
    words.add(image);
    container.path("args").valueStream().map(JsonNode::asString).forEach(words::add);
    return new PodmanPod(run(words.toArray(String[]::new)).out().strip());
  }

  private static List<String> confinement(Manifest workload) {
    JsonNode pod = workload.pod().path("securityContext");
    JsonNode container = workload.containers().getFirst();
    JsonNode context = container.path("securityContext");
    var words = new ArrayList<String>();
    words.add("--user=" + pod.path("runAsUser").asInt() + ":" + pod.path("runAsGroup").asInt());
    words.add("--read-only=" + context.path("readOnlyRootFilesystem").asBoolean());
    words.add("--read-only-tmpfs=false");
    if (!context.path("allowPrivilegeEscalation").asBoolean(true)) {
      words.add("--security-opt=no-new-privileges");
    }
    for (JsonNode capability : context.at("/capabilities/drop")) {
      words.add("--cap-drop=" + capability.asString());
    }
    for (JsonNode capability : context.at("/capabilities/add")) {
      words.add("--cap-add=" + capability.asString());
    }
    for (JsonNode sysctl : pod.path("sysctls")) {
      words.add(
          "--sysctl=" + sysctl.path("name").asString() + "=" + sysctl.path("value").asString());
    }
    JsonNode limits = container.at("/resources/limits");
    words.add("--memory=" + limits.path("memory").asString().replace("Mi", "m"));
    words.add(
        "--cpus=" + Integer.parseInt(limits.path("cpu").asString().replace("m", "")) / 1000.0);
    return words;
  }

  /** The status of a page of the metrics' port, or 0 where nothing answers. */
  int status(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://" + address + ":9100" + path))
            .timeout(Duration.ofSeconds(5));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException _) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What its process says of itself in {@code /proc}, such as {@code CapEff}. */
  String process(String field) {
    Path status = Path.of("/proc", inspect("{{.State.Pid}}"), "status");
    return Reactor.text(status)
        .lines()
        .filter(line -> line.startsWith(field + ":"))
        .map(line -> line.substring(field.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }

  /** What it wrote to stdout so far. */
  public List<JsonNode> events() {
    return run("podman", "logs", id).out().lines().map(JsonMapper.shared()::readTree).toList();
  }

  /** What each of its events is. */
  List<String> actions() {
    return events().stream().map(event -> event.at("/event/action").asString()).toList();
  }

  private String inspect(String format) {
    return run("podman", "inspect", "--format", format, id).out().strip();
  }

  private static Command run(String... words) {
    Command command = Command.run(words);
    assertThat(command.exit()).as("%s: %s", List.of(words), command.err()).isZero();
    return command;
  }

  @Override
  public void close() {
    run("podman", "stop", "--time", "5", id);
  }
}
