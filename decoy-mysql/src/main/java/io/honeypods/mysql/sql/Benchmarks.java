package io.honeypods.mysql.sql;

/** How long an expression takes, as BENCHMARK would find. */
final class Benchmarks {
  private Benchmarks() {}

  /** Digests are what is mostly asked for; they give text. */
  static double nanos(ResultType type) {
    return type.isString() ? 180 : 12;
  }
}
