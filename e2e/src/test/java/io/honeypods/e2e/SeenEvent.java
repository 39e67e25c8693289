package io.honeypods.e2e;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of stdout. */
record SeenEvent(JsonNode json) {
  private static final JsonMapper MAPPER = new JsonMapper();

  static SeenEvent parse(String line) {
    return new SeenEvent(MAPPER.readTree(line));
  }

  /** The text at a path such as {@code event.action}; empty where there is none. */
  String text(String path) {
    return at(path).asString("");
  }

  long number(String path) {
    return at(path).asLong(-1);
  }

  JsonNode at(String path) {
    return json.at("/" + path.replace('.', '/'));
  }

  String action() {
    return text("event.action");
  }

  String decoy() {
    return text("honeypod.decoy");
  }

  String session() {
    return text("honeypod.session");
  }

  boolean is(String decoy, String action) {
    return decoy().equals(decoy) && action().equals(action);
  }
}
