package io.honeypods.decoy.config;

import java.util.List;
import java.util.Map;

/** A value of the file as it is written, before anybody knows what it should be. */
sealed interface Node {
  /** What it is called in a problem. */
  String called();

  /** Keys and their values. */
  record Mapping(Map<String, Node> entries) implements Node {
    static final Mapping EMPTY = new Mapping(Map.of());

    @Override
    public String called() {
      return "a mapping";
    }
  }

  /** A list. */
  record Sequence(List<Node> items) implements Node {
    @Override
    public String called() {
      return "a list";
    }
  }

  /** A scalar, quoted or not, as it is written: {@code 1.30} stays {@code 1.30}. */
  record Text(String text) implements Node {
    @Override
    public String called() {
      return "text";
    }
  }

  /** The value null, or nothing at all after a key. */
  record Null() implements Node {
    @Override
    public String called() {
      return "null";
    }
  }

  /** What YAML has and a configuration needs not. */
  record Unsupported(String called) implements Node {}
}
