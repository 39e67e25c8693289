package io.honeypods.decoy.event;

/** Why a session ended, and on whose side. */
public enum CloseReason {
  PEER_CLOSED("peer-closed", Side.PEER),
  PEER_RESET("peer-reset", Side.PEER),
  HUNG_UP("hung-up", Side.DECOY),
  TIMED_OUT("timed-out", Side.DECOY),
  IDLE("idle", Side.DECOY),
  SESSION_TIME_LIMIT("session-time-limit", Side.DECOY),
  SESSION_BYTES_LIMIT("session-bytes-limit", Side.DECOY),
  UNFINISHED_BYTES_LIMIT("unfinished-bytes-limit", Side.DECOY),
  SHUTDOWN("shutdown", Side.DECOY),
  FAULT("fault", Side.DECOY);

  /** Who ended it. */
  public enum Side {
    PEER("peer"),
    DECOY("decoy");

    private final String id;

    Side(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  private final String id;
  private final Side by;

  CloseReason(String id, Side by) {
    this.id = id;
    this.by = by;
  }

  public String id() {
    return id;
  }

  public Side by() {
    return by;
  }
}
