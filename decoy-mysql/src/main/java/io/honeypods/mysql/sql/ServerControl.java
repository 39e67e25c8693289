package io.honeypods.mysql.sql;

/** What statements ask of the process around the server, once they are answered. */
public interface ServerControl {
  ServerControl NONE = new None();

  /** KILL: that session ends; with {@code onlyQuery} just what it runs. */
  void kill(long connectionId, boolean onlyQuery);

  /** SHUTDOWN: the server goes down after its answer. */
  void shutdown();

  /** Lets everything be. */
  final class None implements ServerControl {
    @Override
    public void kill(long connectionId, boolean onlyQuery) {}

    @Override
    public void shutdown() {}
  }
}
