package io.honeypods.mysql.sql;

/** How deep a statement goes: what reading and evaluating it takes of the stack is bounded. */
final class Nesting {
  /** Operators in one chain. */
  private static final int MAX_CHAIN = 250;

  private final int most;
  private int depth;
  private int chain;

  Nesting(int most) {
    this.most = most;
  }

  /** One level deeper, as each parenthesis and subquery is; {@link #leave} takes it back. */
  void enter() {
    if (++depth > most) {
      throw Errors.stackOverrun();
    }
  }

  void leave() {
    depth--;
  }

  /** One operator more in a chain; the longest of a statement is what counts. */
  void link(int length) {
    chain = Math.max(chain, length);
    if (chain > MAX_CHAIN) {
      throw Errors.stackOverrun();
    }
  }
}
