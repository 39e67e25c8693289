package io.honeypods.ssh.host;

import io.honeypods.decoy.identity.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The pod that visitors are in: the same for the same identity, coherent with the banner; what all
 * its visits share are the numbers of its tasks and the work it can bear.
 */
public final class Host {
  private static final int MAX_TASKS = 4000;

  private static final long LEAST_UP = 86_400L * 3;

  private static final long MOST_UP = 86_400L * 90;

  private final String name;

  private final Debian debian;

  private final Instant booted;

  private final Instant started;

  private final String address;

  private final String node;

  private final InstantSource clock;

  private final Passwords passwords;

  private final PlantedKey plantedKey;

  private final List<Installed> packages;
  private final NavigableMap<String, Inode> image;

  private final FileScope files;

  private final SharedFiles shared = new SharedFiles();
  private final AtomicInteger pids;

  private final AtomicInteger tasks = new AtomicInteger();

  private final AtomicInteger busy = new AtomicInteger();

  private Host(
      Identity identity,
      Debian debian,
      InstantSource clock,
      List<String> people,
      Passwords passwords,
      FileScope files) {
    var random = identity.random("ssh/host");
    this.name = identity.host();
    this.debian = debian;
    this.clock = clock;
    this.packages = Installed.on(debian);
    this.passwords = passwords;
    this.files = files;
    this.plantedKey = PlantedKey.of(identity);
    this.booted = clock.instant().minusSeconds(random.nextLong(LEAST_UP, MOST_UP));
    this.started = booted.plusSeconds(random.nextLong(60, 86_400));
    this.address = "10.244.%d.%d".formatted(random.nextInt(0, 8), random.nextInt(4, 250));
    this.node = "10.0.%d.%d".formatted(random.nextInt(0, 4), random.nextInt(4, 250));
    this.pids = new AtomicInteger(random.nextInt(1200, 28_000));
    this.image = Image.load(this, people, new Bait(identity).facts());
  }

  /** Tells whether a password is a user's. */
  @FunctionalInterface
  public interface Passwords {
    boolean isRight(String user, String password);
  }

  /** The host of an identity on which the people named have their homes. */
  public static Host of(
      Identity identity,
      Debian debian,
      InstantSource clock,
      List<String> people,
      Passwords passwords,
      FileScope files) {
    return new Host(identity, debian, clock, people, passwords, files);
  }

  /** A visit by an account. */
  public Machine visit(Map<String, Program> programs, Reports reports, String account) {
    Changes changes =
        switch (files) {
          case SESSION -> new Changes();
          case ACCOUNT -> shared.of(account);
        };
    return new Machine(this, programs, reports, changes);
  }

  public String name() {
    return name;
  }

  /** The SSH key that lies in its homes. */
  public PlantedKey plantedKey() {
    return plantedKey;
  }

  public Debian debian() {
    return debian;
  }

  /** What is installed. */
  public List<Installed> packages() {
    return packages;
  }

  public InstantSource clock() {
    return clock;
  }

  /** When the node booted. */
  public Instant booted() {
    return booted;
  }

  /** When the pod was started. */
  public Instant started() {
    return started;
  }

  public String address() {
    return address;
  }

  /** The address of the node that the pod is on. */
  public String node() {
    return node;
  }

  public boolean isRight(String user, String password) {
    return passwords.isRight(user, password);
  }

  public Duration uptime() {
    return Duration.between(booted, clock.instant());
  }

  NavigableMap<String, Inode> image() {
    return image;
  }

  int nextPid() {
    return pids.updateAndGet(last -> last >= 32_767 ? 300 : last + 1);
  }

  boolean mayStart() {
    if (tasks.incrementAndGet() > MAX_TASKS) {
      tasks.decrementAndGet();
      return false;
    }
    return true;
  }

  void ended() {
    tasks.decrementAndGet();
  }

  /** Counts a machine as one that has work to do, or no longer. */
  void busy(boolean is, boolean was) {
    if (is != was) {
      busy.addAndGet(is ? 1 : -1);
    }
  }

  /** How many machines have work to do, at least one. */
  int load() {
    return Math.max(1, busy.get());
  }

  /** What the files of the host tell of it, by name. */
  Map<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("name", name);
    facts.put("kernel", debian.kernel());
    facts.put("build", debian.build());
    facts.put("version", debian.version());
    facts.put("major", debian.major());
    facts.put("perl", debian.perl());
    facts.put("codename", debian.codename());
    facts.put("address", address);
    facts.put("node", node);
    return facts;
  }

  /** What a login shows before the first prompt. */
  public String motd(@Nullable String lastLogin) {
    return "Linux %s %s %s x86_64\n\n".formatted(name, debian.kernel(), debian.build())
        + Objects.requireNonNull(image.get("/etc/motd")).data()
        + (lastLogin == null ? "" : "Last login: " + lastLogin + "\n");
  }
}
