package io.honeypods.web;

import io.honeypods.decoy.identity.Identity;
import io.honeypods.web.Estate.Node;
import io.honeypods.web.Estate.Person;
import io.honeypods.web.Estate.Role;
import io.honeypods.web.Estate.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Derives an {@link Estate} from an identity. */
final class EstateBuilder {
  private static final List<String> REGIONS =
      List.of("fra2", "ams1", "dub3", "lon2", "waw1", "mad1", "cph1", "zrh2", "iad3", "ord1");
  private static final List<Team> TEAMS =
      List.of(
          new Team("Platform Operations", "PLAT"),
          new Team("Infrastructure", "INFRA"),
          new Team("Site Reliability", "SRE"),
          new Team("Core Systems", "CORE"),
          new Team("Production Engineering", "PROD"));
  private static final List<String> KUBERNETES =
      List.of("v1.32.9", "v1.33.5", "v1.33.6", "v1.34.2");
  private static final List<String> DATA = List.of("data", "databases", "storage", "persistence");
  private static final List<String> TOOLS = List.of("ops", "tooling", "platform", "ci");
  private static final List<String> FIRST =
      List.of(
          "Anna", "Marek", "Sofia", "Jonas", "Priya", "Tomas", "Elena", "David", "Katja", "Oscar",
          "Nadia", "Felix", "Irene", "Lukas", "Mei", "Rafael", "Hanna", "Victor", "Julia", "Samir");
  private static final List<String> LAST =
      List.of(
          "Berg",
          "Novak",
          "Costa",
          "Lindner",
          "Iyer",
          "Horvat",
          "Marino",
          "Keller",
          "Vogel",
          "Nilsson",
          "Rahman",
          "Brandt",
          "Moreau",
          "Jansen",
          "Chen",
          "Duarte",
          "Virtanen",
          "Petrov",
          "Sommer",
          "Haddad");
  private static final int SYSTEM_PODS = 17;

  private final Identity identity;
  private final Instant installed;
  private final Team team;
  private final String region;
  private final RandomGenerator ages;

  private record Team(String name, String project) {}

  EstateBuilder(Identity identity) {
    this.identity = identity;
    this.installed = identity.installed();
    this.ages = identity.random("site/ages");
    this.team = identity.pick("site/team", TEAMS);
    this.region = identity.pick("site/region", REGIONS);
  }

  Estate build() {
    var services = ServiceCatalogue.pick(identity);
    int replicas = services.stream().mapToInt(Service::replicas).sum();
    return new Estate(
        identity.host(),
        team.name(),
        team.project(),
        "prod-" + region,
        identity.pick("site/kubernetes", KUBERNETES),
        identity.pick("site/data", DATA),
        identity.pick("site/tools", TOOLS),
        nodes(replicas + SYSTEM_PODS),
        services,
        people(),
        installed,
        1200 + identity.random("site/tickets").nextInt(5400));
  }

  /** Three control planes and some workers, each with its part of the workload. */
  private List<Node> nodes(int pods) {
    var random = identity.random("site/nodes");
    int general = 5 + random.nextInt(3);
    int memory = 2 + random.nextInt(2);
    int workers = general + memory;
    var nodes = new ArrayList<Node>();
    for (int i = 0; i < 3; i++) {
      nodes.add(node("cp%02d".formatted(i + 1), i, Role.CONTROL_PLANE, 4));
    }
    int[] workload = spread(pods, workers, random);
    int number = 0;
    for (int i = 0; i < workers; i++) {
      number += random.nextInt(6) == 0 ? 2 : 1;
      var role = i < general ? Role.GENERAL : Role.MEMORY;
      nodes.add(node("w%02d".formatted(number), i, role, workload[i]));
    }
    return nodes;
  }

  /** Puts each pod on the emptier of two workers. */
  private static int[] spread(int pods, int workers, RandomGenerator random) {
    int[] workload = new int[workers];
    for (int i = 0; i < pods; i++) {
      int one = random.nextInt(workers);
      int other = random.nextInt(workers);
      workload[workload[one] <= workload[other] ? one : other]++;
    }
    return workload;
  }

  private Node node(String suffix, int index, Role role, int workload) {
    String name = region + "-" + suffix;
    String zone = region + "abc".charAt(index % 3);
    return switch (role) {
      case CONTROL_PLANE -> new Node(name, role, zone, 4, 16, created(), workload);
      case GENERAL -> new Node(name, role, zone, 16, 64, created(), workload);
      case MEMORY -> new Node(name, role, zone, 16, 128, created(), workload);
    };
  }

  private Instant created() {
    return installed.minusSeconds(ages.nextLong(Duration.ofDays(210).toSeconds()));
  }

  private List<Person> people() {
    var firsts = shuffled("site/first", FIRST);
    var lasts = shuffled("site/last", LAST);
    var people = new ArrayList<Person>();
    Set<String> logins = new HashSet<>();
    for (int i = 0; people.size() < 6; i++) {
      var person = new Person(firsts.get(i), lasts.get(i));
      if (logins.add(person.login())) {
        people.add(person);
      }
    }
    return people;
  }

  private List<String> shuffled(String purpose, List<String> names) {
    var shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, Random.from(identity.random(purpose)));
    return shuffled;
  }
}
