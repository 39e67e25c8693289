package io.honeypods.decoy.event;

/** Which limit a connection was closed for before it was heard. */
public enum ShedReason {
  CONNECTIONS("connections"),
  PER_SOURCE("per-source"),
  PER_SOURCE_RATE("per-source-rate");

  private final String id;

  ShedReason(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
