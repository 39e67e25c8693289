package io.honeypods.mysql.sql;

import io.honeypods.mysql.account.Account;

/**
 * Who a session belongs to.
 *
 * @param connectionId as {@code connection_id()} and the processlist say it
 * @param user the name that was given; the account's may be empty
 * @param account whose rights it has
 * @param tls the TLS version and cipher in use, empty without
 * @param collation the number of the collation that the client asked for
 * @param foundRows whether UPDATE counts the rows it found, not those it changed
 */
public record Client(
    long connectionId,
    String user,
    String ip,
    int port,
    Account account,
    Tls tls,
    int collation,
    boolean foundRows) {

  public Client(long connectionId, String user, String ip, int port, Account account, Tls tls) {
    this(connectionId, user, ip, port, account, tls, 255, false);
  }

  /** Both empty on a connection in clear. */
  public record Tls(String version, String cipher) {
    public static final Tls NONE = new Tls("", "");
  }
}
