package io.honeypods.mysql.sql;

/** An aggregate of a query: what adds up the rows of each group. */
interface Aggregator {
  State start();

  /** One group's sum so far. */
  interface State {
    void add(Frame frame);

    Value result();
  }
}
