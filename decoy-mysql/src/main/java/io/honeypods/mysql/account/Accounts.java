package io.honeypods.mysql.account;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All accounts of one server, in the order in which it looks for one: the narrowest host first. */
public final class Accounts {
  private static final Comparator<Account> ORDER =
      Comparator.comparingInt((Account account) -> breadth(account.host()))
          .thenComparing(Account::name, Comparator.reverseOrder());

  private final AtomicLong generation = new AtomicLong();
  private volatile List<Account> accounts;

  public Accounts(List<Account> accounts) {
    this.accounts = accounts.stream().sorted(ORDER).toList();
  }

  /** The account that a user from an address has, or null. An account without a name fits all. */
  public @Nullable Account find(String user, InetAddress address) {
    String ip = address.getHostAddress();
    for (Account account : accounts) {
      boolean named = account.name().isEmpty() || account.name().equals(user);
      if (named && HostPattern.matches(account.host(), ip)) {
        return account;
      }
    }
    return null;
  }

  /** The account of exactly this name and host, or null. */
  public @Nullable Account get(String name, String host) {
    return accounts.stream()
        .filter(account -> account.name().equals(name) && account.host().equalsIgnoreCase(host))
        .findFirst()
        .orElse(null);
  }

  public List<Account> all() {
    return accounts;
  }

  /** Adds an account, or puts it in the place of the one with its name and host. */
  public synchronized void put(Account account) {
    var changed = new ArrayList<>(accounts);
    changed.removeIf(old -> isSame(old, account.name(), account.host()));
    changed.add(account);
    accounts = changed.stream().sorted(ORDER).toList();
  }

  /** Whether there was one to remove. */
  public synchronized boolean remove(String name, String host) {
    var changed = new ArrayList<>(accounts);
    boolean removed = changed.removeIf(old -> isSame(old, name, host));
    accounts = List.copyOf(changed);
    return removed;
  }

  /** FLUSH PRIVILEGES: what was cached of logins no longer holds. */
  public void flush() {
    generation.incrementAndGet();
  }

  /** Counts the flushes. */
  public long generation() {
    return generation.get();
  }

  private static boolean isSame(Account account, String name, String host) {
    return account.name().equals(name) && account.host().equalsIgnoreCase(host);
  }

  private static int breadth(String host) {
    int wildcard = host.indexOf('%');
    return wildcard < 0 ? -1 : 1000 - wildcard;
  }
}
