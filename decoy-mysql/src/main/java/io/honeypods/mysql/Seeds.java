package io.honeypods.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.config.Problem;
import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.mysql.MysqlConfig.AccountConfig;
import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.Accounts;
import io.honeypods.mysql.account.AuthPlugin;
import io.honeypods.mysql.account.Passwords;
import io.honeypods.mysql.sql.Client;
import io.honeypods.mysql.sql.Execution;
import io.honeypods.mysql.sql.Limits;
import io.honeypods.mysql.sql.ServerProfile;
import io.honeypods.mysql.sql.SqlResult;
import io.honeypods.mysql.sql.SqlServer;
import io.honeypods.mysql.sql.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is in a server when it starts: accounts, and data if an operator gives some. */
final class Seeds {
  private static final String NAME = "mysql";
  private static final AccountConfig ROOT = new AccountConfig("root", "%", null, "", false);
  private static final List<String> INTERNAL =
      List.of("mysql.infoschema", "mysql.session", "mysql.sys");

  /** No password hashes to this, so nobody can log in. */
  private static final String NO_PASSWORD =
      "$A$005$THISISACOMBINATIONOFINVALIDSALTANDPASSWORDTHATMUSTNEVERBRBEUSED";

  private Seeds() {}

  /** The planted credentials that work here, and those that an operator planted. */
  static List<Planted> planted(MysqlConfig config, List<Planted> derived) {
    var planted = new ArrayList<Planted>(derived);
    for (AccountConfig account : config.accounts()) {
      if (account.planted()) {
        planted.add(new Planted(NAME, account.name(), account.password(), "(configured)"));
      }
    }
    return planted;
  }

  static SqlServer server(
      MysqlConfig config,
      Identity identity,
      List<Planted> planted,
      InstantSource clock,
      Instant started)
      throws ConfigException {
    var profile =
        new ServerProfile(
            config.claimedVersion(),
            identity.host(),
            UUID.nameUUIDFromBytes(identity.bytes("mysql/uuid", 16)).toString(),
            config.listen().port(),
            identity.installed(),
            started);
    var server =
        new SqlServer(
            profile, new Accounts(accounts(config, identity, planted)), Limits.DEFAULT, clock);
    if (config.seedSql() != null) {
      load(config.seedSql(), server);
    }
    return server;
  }

  private static List<Account> accounts(
      MysqlConfig config, Identity identity, List<Planted> planted) {
    var random = identity.random("mysql/salt");
    var accounts = new ArrayList<Account>();
    for (String name : INTERNAL) {
      accounts.add(
          new Account(
              name, "localhost", AuthPlugin.CACHING_SHA2_PASSWORD, NO_PASSWORD, false, true));
    }
    for (AccountConfig given : config.accounts().isEmpty() ? List.of(ROOT) : config.accounts()) {
      AuthPlugin plugin =
          given.plugin() == null ? config.profile().plugin() : given.plugin().plugin();
      accounts.add(
          new Account(
              given.name(),
              given.host(),
              plugin,
              Passwords.hash(plugin, given.password(), random),
              given.planted(),
              false));
    }
    besideRoot(accounts);
    for (Planted left : planted) {
      boolean known = accounts.stream().anyMatch(account -> account.name().equals(left.user()));
      if (left.service().equals(NAME) && !known) {
        AuthPlugin plugin = config.profile().plugin();
        String kept = Passwords.hash(plugin, left.secret(), random);
        accounts.add(new Account(left.user(), "%", plugin, kept, true, false));
      }
    }
    return accounts;
  }

  /** Where root may come from anywhere there is also the one that the first start made. */
  private static void besideRoot(List<Account> accounts) {
    Account root = null;
    for (Account account : accounts) {
      if (account.name().equals("root")) {
        if (account.host().equals("localhost")) {
          return;
        }
        root = account.host().equals("%") ? account : root;
      }
    }
    if (root != null) {
      accounts.add(
          new Account(
              "root",
              "localhost",
              root.plugin(),
              root.authenticationString(),
              root.planted(),
              root.locked()));
    }
  }

  /** Runs a file of SQL as root on the machine itself would. */
  private static void load(Path file, SqlServer server) throws ConfigException {
    String problem = run(file, server);
    if (problem != null) {
      throw new ConfigException(
          List.of(new Problem("mysql.seed-sql", "\"" + file + "\"", "SQL, but: " + problem, null)));
    }
  }

  private static @Nullable String run(Path file, SqlServer server) {
    var root = new Account("root", "localhost", AuthPlugin.MYSQL_NATIVE_PASSWORD, "", false, false);
    var client = new Client(7, "root", "127.0.0.1", 0, root, Client.Tls.NONE);
    try (SqlSession session = server.open(client)) {
      Execution execution = session.execute(Files.readString(file, UTF_8), true);
      for (SqlResult result : execution.results()) {
        if (result instanceof SqlResult.Failed failed) {
          return failed.error().message();
        }
      }
      return null;
    } catch (IOException e) {
      return e.toString();
    }
  }
}
