package io.honeypods.decoy.event;

/** The kinds of {@link Event}, as {@code event.action} and metric labels name them. */
public enum EventKind {
  DECOY_STARTED("decoy-started", 0, Weight.HIGH),
  DECOY_STOPPED("decoy-stopped", 0, Weight.HIGH),
  CONNECTION_OPENED("connection-opened", 50, Weight.LOW),
  CONNECTION_CLOSED("connection-closed", 20, Weight.LOW),
  CONNECTION_SHED("connection-shed", 40, Weight.LOW),
  CLIENT_IDENTIFIED("client-identified", 50, Weight.HIGH),
  LOGIN_ATTEMPTED("login-attempted", 80, Weight.HIGH),
  PLANTED_CREDENTIAL_USED("planted-credential-used", 100, Weight.HIGH),
  REQUEST_RECEIVED("request-received", 60, Weight.HIGH),
  COMMAND_RECEIVED("command-received", 80, Weight.HIGH),
  PAYLOAD_RECEIVED("payload-received", 60, Weight.HIGH),
  FILE_TRANSFERRED("file-transferred", 90, Weight.HIGH),
  TUNNEL_REQUESTED("tunnel-requested", 90, Weight.HIGH),
  PROBE_RECEIVED("probe-received", 40, Weight.LOW),
  SCAN_DETECTED("scan-detected", 70, Weight.HIGH),
  INPUT_MALFORMED("input-malformed", 50, Weight.HIGH),
  EVENTS_LOST("events-lost", 0, Weight.HIGH);

  /** What a full queue gives up first. */
  public enum Weight {
    LOW,
    HIGH
  }

  private final String id;
  private final int severity;
  private final Weight weight;

  EventKind(String id, int severity, Weight weight) {
    this.id = id;
    this.severity = severity;
    this.weight = weight;
  }

  public String id() {
    return id;
  }

  /** From 0, our own state, to 100, somebody uses what only an intruder can know. */
  public int severity() {
    return severity;
  }

  public Weight weight() {
    return weight;
  }
}
