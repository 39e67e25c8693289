package io.honeypods.decoy.event;

/** A known way to tell client software by what it sends. */
public enum Fingerprint {
  JA3("ja3"),
  JA4("ja4"),
  HASSH("hassh");

  private final String id;

  Fingerprint(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
