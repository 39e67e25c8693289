package io.honeypods.ssh;

/** A connection: what its events are joined by, and its two ends as a login is told of them. */
record Client(String session, String address, int port, String server, int serverPort) {

  /** {@code SSH_CLIENT}. */
  String brief() {
    return address + " " + port + " " + serverPort;
  }

  /** {@code SSH_CONNECTION}. */
  String whole() {
    return address + " " + port + " " + server + " " + serverPort;
  }
}
