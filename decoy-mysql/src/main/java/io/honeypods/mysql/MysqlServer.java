package io.honeypods.mysql;

import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.Accounts;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.account.CachingSha2Password;
import io.honeypods.mysql.account.Passwords;
import io.honeypods.mysql.sql.Disclosure;
import io.honeypods.mysql.sql.SqlError;
import io.honeypods.mysql.sql.SqlServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** What all connections to one server share. */
final class MysqlServer {
  /** {@code max_connections}, and one more for whoever may look what is wrong. */
  private static final int MAX_CONNECTIONS = 151;

  private static final int FIRST_CONNECTION_ID = 8;

  /** From here on errors before login carry a SQLSTATE, and a login that takes too long is told. */
  private static final int TELLS_BEFORE_LOGIN = 8_00_14;

  private static final List<AuthPlugin> MADE_UP =
      List.of(
          AuthPlugin.CACHING_SHA2_PASSWORD,
          AuthPlugin.MYSQL_NATIVE_PASSWORD,
          AuthPlugin.SHA256_PASSWORD);

  private final SqlServer sql;
  private final boolean tellsBeforeLogin;
  private final Capabilities capabilities;
  private final AuthPlugin defaultPlugin;
  private final CachingSha2Password sha2;
  private final StatementReport report;
  private final List<Planted> planted;
  private final RandomGenerator random;
  private final CompletableFuture<ServerKeys> keys;
  private final CompletableFuture<ServerTls> tls;
  private final int maxPacket;
  private final AtomicInteger nextId = new AtomicInteger(FIRST_CONNECTION_ID);
  private final AtomicInteger connections = new AtomicInteger();

  MysqlServer(
      SqlServer sql,
      AuthPlugin defaultPlugin,
      List<Planted> planted,
      CompletableFuture<ServerKeys> keys,
      int maxPacket,
      RandomGenerator random) {
    this.sql = sql;
    int version = sql.profile().versionNumber();
    this.tellsBeforeLogin = version >= TELLS_BEFORE_LOGIN;
    this.capabilities = Capabilities.ofServer(version);
    this.defaultPlugin = defaultPlugin;
    this.sha2 = new CachingSha2Password(sql.accounts());
    this.report = StatementReport.load();
    this.planted = List.copyOf(planted);
    this.keys = keys;
    this.tls = keys.thenApply(ServerTls::new);
    this.maxPacket = maxPacket;
    this.random = random;
    sql.disclose(new Disclosure(this::publicKey, ServerTls.ciphers()));
    sql.maxAllowedPacket(maxPacket);
  }

  /** Counts a connection in; false where there are too many. */
  boolean enter() {
    return connections.incrementAndGet() <= MAX_CONNECTIONS;
  }

  void leave() {
    connections.decrementAndGet();
  }

  int newConnectionId() {
    return nextId.getAndIncrement();
  }

  synchronized byte[] newScramble() {
    return Passwords.salt(random);
  }

  String version() {
    return sql.profile().version();
  }

  boolean tellsBeforeLogin() {
    return tellsBeforeLogin;
  }

  Capabilities capabilities() {
    return capabilities;
  }

  AuthPlugin defaultPlugin() {
    return defaultPlugin;
  }

  Accounts accounts() {
    return sql.accounts();
  }

  SqlServer sql() {
    return sql;
  }

  CachingSha2Password sha2() {
    return sha2;
  }

  StatementReport report() {
    return report;
  }

  /** Newer servers show the 32 characters that a name may have. */
  SqlError accessDenied(String user, String host, boolean usingPassword) {
    return Errors.accessDenied(user, tellsBeforeLogin() ? 32 : 48, host, usingPassword);
  }

  int maxPacket() {
    return maxPacket;
  }

  private String publicKey() {
    ServerKeys made = keys();
    return made == null ? "" : made.publicKeyPem();
  }

  /** Null while they are still being made. */
  @Nullable ServerKeys keys() {
    return keys.getNow(null);
  }

  /** Our side of one TLS connection, once its keys are made. */
  CompletableFuture<SSLEngine> tlsEngine() {
    return tls.thenApply(ServerTls::engine);
  }

  /**
   * The account that a login is checked against. For a user that nobody is, a plugin is made up as
   * the real server does, the same for the same name, so that nothing tells that there is none.
   */
  Account accountOf(String user, Flow flow) {
    Account account = accounts().find(user, flow.source().address());
    if (account != null) {
      return account;
    }
    AuthPlugin plugin =
        tellsBeforeLogin()
            ? MADE_UP.get(Math.floorMod(user.hashCode(), MADE_UP.size()))
            : defaultPlugin;
    return new Account(user, "", plugin, "*", false, false);
  }

  List<Planted> planted() {
    return planted;
  }
}
