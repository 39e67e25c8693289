package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.account.Accounts;
import io.honeypods.mysql.account.AuthPlugin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All accounts as SQL sees them: those that may log in, and those of the system and of localhost,
 * which nobody from the network can use. Guarded by the server's lock.
 */
final class UserStore {
  private static final String UNUSABLE =
      "$A$005$THISISACOMBINATIONOFINVALIDSALTANDPASSWORDTHATMUSTNEVERBRBEUSED";

  private final Accounts accounts;
  private final Instant installed;
  private final Map<String, Account> internal = new LinkedHashMap<>();
  private final Map<String, PrivilegeSet> privileges = new HashMap<>();
  private final Map<String, UserDetails> details = new HashMap<>();
  private long revision;

  UserStore(Accounts accounts, Instant installed) {
    this.accounts = accounts;
    this.installed = installed;
    Account remote = accounts.get("root", "%");
    if (accounts.get("root", "localhost") == null && remote != null) {
      addInternal("root", remote.plugin(), remote.authenticationString(), false);
    }
    for (String name : List.of("mysql.infoschema", "mysql.session", "mysql.sys")) {
      addInternal(name, AuthPlugin.CACHING_SHA2_PASSWORD, UNUSABLE, true);
    }
    grantInternal();
  }

  private void addInternal(String name, AuthPlugin plugin, String secret, boolean locked) {
    var account = new Account(name, "localhost", plugin, secret, false, locked);
    internal.put(account.quoted(), account);
  }

  private void grantInternal() {
    for (Account account : all()) {
      if (!account.name().startsWith("mysql.")) {
        privileges.put(account.quoted(), PrivilegeSet.full(account.name().equals("root")));
      }
    }
    PrivilegeSet schema = of("mysql.infoschema", "localhost");
    schema.global().privileges().add("SELECT");
    schema.dynamic().addAll(List.of("AUDIT_ABORT_EXEMPT", "FIREWALL_EXEMPT", "SYSTEM_USER"));
    PrivilegeSet session = of("mysql.session", "localhost");
    session.global().privileges().addAll(List.of("SHUTDOWN", "SUPER"));
    session
        .dynamic()
        .addAll(
            List.of(
                "AUDIT_ABORT_EXEMPT",
                "AUTHENTICATION_POLICY_ADMIN",
                "BACKUP_ADMIN",
                "CLONE_ADMIN",
                "CONNECTION_ADMIN",
                "FIREWALL_EXEMPT",
                "PERSIST_RO_VARIABLES_ADMIN",
                "SESSION_VARIABLES_ADMIN",
                "SYSTEM_USER",
                "SYSTEM_VARIABLES_ADMIN"));
    scope(session.schemas(), "performance_schema").privileges().add("SELECT");
    scope(session.tables(), "mysql.user").privileges().add("SELECT");
    PrivilegeSet sys = of("mysql.sys", "localhost");
    sys.dynamic().addAll(List.of("AUDIT_ABORT_EXEMPT", "FIREWALL_EXEMPT", "SYSTEM_USER"));
    scope(sys.schemas(), "sys").privileges().add("TRIGGER");
    scope(sys.tables(), "sys.sys_config").privileges().add("SELECT");
  }

  /** The privileges on one thing, made where there are none yet. */
  static PrivilegeSet.Scope scope(Map<String, PrivilegeSet.Scope> scopes, String name) {
    return scopes.computeIfAbsent(name, key -> new PrivilegeSet.Scope());
  }

  /** By host and name, as the primary key of {@code mysql.user} sorts them. */
  List<Account> all() {
    var all = new ArrayList<>(accounts.all());
    all.addAll(internal.values());
    all.sort(Comparator.comparing(Account::host).thenComparing(Account::name));
    return all;
  }

  @Nullable Account get(String name, String host) {
    Account account = accounts.get(name, host);
    return account != null ? account : internal.get(key(name, host));
  }

  /** What an account may do; may be changed. */
  PrivilegeSet of(String name, String host) {
    return privileges.computeIfAbsent(key(name, host), key -> new PrivilegeSet());
  }

  UserDetails details(String name, String host) {
    return details.computeIfAbsent(key(name, host), key -> UserDetails.plain(installed));
  }

  void put(Account account, UserDetails known) {
    if (internal.containsKey(account.quoted())) {
      internal.put(account.quoted(), account);
    } else {
      accounts.put(account);
    }
    details.put(account.quoted(), known);
    revision++;
  }

  boolean remove(String name, String host) {
    boolean removed = internal.remove(key(name, host)) != null || accounts.remove(name, host);
    if (removed) {
      privileges.remove(key(name, host));
      details.remove(key(name, host));
      revision++;
    }
    return removed;
  }

  void rename(Account from, String name, String host) {
    PrivilegeSet held = of(from.name(), from.host());
    UserDetails known = details(from.name(), from.host());
    remove(from.name(), from.host());
    var renamed =
        new Account(
            name, host, from.plugin(), from.authenticationString(), from.planted(), from.locked());
    put(renamed, known);
    privileges.put(renamed.quoted(), held);
  }

  /** Privileges were changed. */
  void touch() {
    revision++;
  }

  /** Rises with every change, whoever makes it. */
  long revision() {
    return revision;
  }

  void flush() {
    accounts.flush();
  }

  private static String key(String name, String host) {
    return "'" + name + "'@'" + host + "'";
  }
}
