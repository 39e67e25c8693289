package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Accounts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One server: its data, accounts, variables and sessions. Thread-safe. */
public final class SqlServer {
  /** Character sets in which no statement can be written. */
  private static final Set<String> CLIENTLESS = Set.of("ucs2", "utf16", "utf16le", "utf32");

  private final ServerProfile profile;
  private final Accounts accounts;
  private final Limits limits;
  private final InstantSource clock;
  private final Catalogue catalogue;
  private final SystemPart system;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Session> sessions = new ConcurrentSkipListMap<>();
  private final AtomicLong questions = new AtomicLong();
  private final Map<String, Long> locks = new java.util.HashMap<>();
  private final StatementCache statements = new StatementCache();
  private final FreshSettings freshSettings = new FreshSettings();
  private final GeneralLog log = new GeneralLog(this);
  private volatile Disclosure disclosure = Disclosure.NONE;

  public SqlServer(ServerProfile profile, Accounts accounts, Limits limits, InstantSource clock) {
    this.profile = profile;
    this.accounts = accounts;
    this.limits = limits;
    this.clock = clock;
    this.catalogue = new Catalogue(limits.catalogueBytes());
    this.system = SystemPartFactory.create(this);
    catalogue.install(system.tables());
  }

  /** A session of somebody who has logged in. */
  public SqlSession open(Client client) {
    return new SqlSession(this, enter(client));
  }

  Session enter(Client client) {
    var session = new Session(this, client);
    sessions.put(client.connectionId(), session);
    return session;
  }

  /** What is wrong with the number of a collation that a client logs in with, or null. */
  public static @Nullable SqlError charsetError(int wanted) {
    Collation collation = Collation.ofId(wanted);
    return collation == null || !CLIENTLESS.contains(collation.charset())
        ? null
        : new SqlError(
            1231,
            "42000",
            "Variable 'character_set_client' can't be set to the value of '"
                + collation.charset()
                + "'");
  }

  /** What SHOW STATUS is to tell of the process around. */
  public void disclose(Disclosure known) {
    disclosure = known;
  }

  Disclosure disclosure() {
    return disclosure;
  }

  /** Sets {@code @@max_allowed_packet}. */
  public void maxAllowedPacket(long bytes) {
    system.variables().preset("max_allowed_packet", Value.Int.of(bytes));
  }

  GeneralLog log() {
    return log;
  }

  public ServerProfile profile() {
    return profile;
  }

  public Accounts accounts() {
    return accounts;
  }

  /** The text of COM_STATISTICS. */
  public String statistics() {
    long up = Math.max(1, Duration.between(profile.started(), clock.instant()).toSeconds());
    return String.format(
        Locale.ROOT,
        "Uptime: %d  Threads: %d  Questions: %d  Slow queries: 0  Opens: %d  Flush tables: 3"
            + "  Open tables: %d  Queries per second avg: %.3f",
        up,
        sessions.size() + 1,
        questions.get(),
        119 + questions.get() / 1000,
        39 + Math.min(60, questions.get() / 1000),
        questions.get() / (double) up);
  }

  Limits limits() {
    return limits;
  }

  InstantSource clock() {
    return clock;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  SystemPart system() {
    return system;
  }

  /** Held while a statement runs. */
  ReentrantLock lock() {
    return lock;
  }

  /** All sessions, by connection id. */
  Collection<Session> sessions() {
    return sessions.values();
  }

  /** How many statements clients have sent. */
  AtomicLong questions() {
    return questions;
  }

  /** The locks of GET_LOCK. */
  Map<String, Long> locks() {
    return locks;
  }

  FreshSettings freshSettings() {
    return freshSettings;
  }

  StatementCache statements() {
    return statements;
  }

  void forget(Session session) {
    sessions.remove(session.client().connectionId(), session);
  }
}
