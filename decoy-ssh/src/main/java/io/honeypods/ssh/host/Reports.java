package io.honeypods.ssh.host;

/** Who is told what the visitor of a machine does. */
public interface Reports {

  /** A line was given to a shell. */
  void command(String line);

  /** A program would have connected to somebody. */
  void outbound(String program, String host, int port);

  /** A password was typed for a user. */
  void password(String user, String password, boolean right);

  /** A file came from the visitor. */
  void uploaded(String path, String content);

  /** A file went to the visitor. */
  void downloaded(String path, String content);
}
