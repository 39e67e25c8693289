package io.honeypods.mysql;

import io.honeypods.decoy.event.Flow;
import io.honeypods.mysql.account.Account;
import io.honeypods.mysql.sql.Client;

/** One client that said who it is. */
record Connection(MysqlServer server, Flow flow, int id, HandshakeResponse client, Client.Tls tls) {

  Capabilities capabilities() {
    return client.capabilities().and(server.capabilities());
  }

  /** The same connection of another client, as COM_CHANGE_USER makes it. */
  Connection by(HandshakeResponse other) {
    return new Connection(server, flow, id, other, tls);
  }

  boolean isSecure() {
    return !tls.version().isEmpty();
  }

  String host() {
    return flow.source().ip();
  }

  /** The client as the engine knows it. */
  Client as(Account account) {
    return new Client(
        id,
        client.user(),
        host(),
        flow.source().port(),
        account,
        tls,
        client.collation(),
        capabilities().has(Capabilities.FOUND_ROWS));
  }
}
