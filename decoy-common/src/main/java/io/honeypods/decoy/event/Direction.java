package io.honeypods.decoy.event;

/** Which way a file went, as the peer sees it. */
public enum Direction {
  UPLOAD("upload"),
  DOWNLOAD("download");

  private final String id;

  Direction(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
