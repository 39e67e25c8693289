package io.honeypods.decoy.event;

/** Whether a peer got what it wanted. */
public enum Outcome {
  SUCCESS("success"),
  FAILURE("failure"),
  UNKNOWN("unknown");

  private final String id;

  Outcome(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
