package io.honeypods.mysql.account;

/**
 * An account: a name, where it may come from, and a password.
 *
 * @param host an address or a pattern with {@code %} and {@code _}
 * @param authenticationString the password as the plugin keeps it; empty for no password
 * @param planted whether this credential was left for intruders to find
 * @param locked whether it may log in at all
 */
public record Account(
    String name,
    String host,
    AuthPlugin plugin,
    String authenticationString,
    boolean planted,
    boolean locked) {

  /** As errors and grants show it: {@code 'root'@'%'}. */
  public String quoted() {
    return "'" + name + "'@'" + host + "'";
  }
}
