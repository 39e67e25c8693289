package io.honeypods.web;

import io.honeypods.decoy.identity.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The made-up place that the dashboard is about.
 *
 * @param host the machine the dashboard runs on
 * @param team who keeps it, such as {@code Platform Operations}
 * @param project the key of the team's tickets, such as {@code PLAT}
 * @param cluster the Kubernetes cluster, such as {@code prod-fra2}
 * @param kubernetes its version
 * @param data the namespace of the databases
 * @param tools the namespace of what the team itself runs
 * @param people the team; the first four take turns on call
 * @param firstTicket the number of the newest ticket when the host was installed
 */
record Estate(
    String host,
    String team,
    String project,
    String cluster,
    String kubernetes,
    String data,
    String tools,
    List<Node> nodes,
    List<Service> services,
    List<Person> people,
    Instant installed,
    int firstTicket) {
  private static final long FIRST_HAND_OVER =
      Instant.parse("1970-01-05T10:00:00Z").getEpochSecond();
  private static final int ROTA = 4;

  /** A machine of the cluster; {@code workload} pods are those that are not on every node. */
  record Node(
      String name,
      Role role,
      String zone,
      int cores,
      int memoryGib,
      Instant created,
      int workload) {
    private static final int ON_EVERY_NODE = 5;
    private static final int CAPACITY = 110;

    int pods() {
      return ON_EVERY_NODE + workload;
    }

    int podCapacity() {
      return CAPACITY;
    }
  }

  /** What a machine is for. */
  enum Role {
    CONTROL_PLANE,
    GENERAL,
    MEMORY
  }

  /**
   * A program that runs in the cluster.
   *
   * @param rate its requests a second on average
   * @param p95 its usual latency in milliseconds
   * @param errors how many of a million requests fail on an ordinary day
   */
  record Service(
      String name, String namespace, int replicas, double rate, double p95, double errors) {}

  /** Somebody of the team. */
  record Person(String first, String last) {
    String name() {
      return first + " " + last;
    }

    String login() {
      return (first.charAt(0) + last).toLowerCase(Locale.ROOT);
    }
  }

  Estate {
    nodes = List.copyOf(nodes);
    services = List.copyOf(services);
    people = List.copyOf(people);
  }

  /** The estate of an identity. */
  static Estate of(Identity identity) {
    return new EstateBuilder(identity).build();
  }

  /** The name in cluster DNS of the database that everything writes to. */
  String databaseHost() {
    return "mysql." + data + ".svc.cluster.local";
  }

  /** The name in cluster DNS of the machine that deploys start from. */
  String deployHost() {
    return "deploy." + tools + ".svc.cluster.local";
  }

  /** Who is on call: four people take turns, the next from Monday 10:00 UTC on. */
  Person onCall(Instant now) {
    long week =
        Math.floorDiv(now.getEpochSecond() - FIRST_HAND_OVER, Duration.ofDays(7).toSeconds());
    return people.get(Math.floorMod(week, ROTA));
  }

  int replicas() {
    return services.stream().mapToInt(Service::replicas).sum();
  }

  int pods() {
    return nodes.stream().mapToInt(Node::pods).sum();
  }
}
