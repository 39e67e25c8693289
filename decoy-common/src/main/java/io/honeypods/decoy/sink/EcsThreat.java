package io.honeypods.decoy.sink;

import io.honeypods.decoy.event.Technique;
import io.honeypods.decoy.event.Technique.Tactic;
import java.util.List;

/** Writes techniques as ECS {@code threat.*} with ids of ATT&amp;CK. */
final class EcsThreat {
  private static final int MAX_TECHNIQUES = 8;

  private EcsThreat() {}

  static void write(EcsFields json, List<Technique> all) {
    if (all.isEmpty()) {
      return;
    }
    List<Technique> techniques = all.subList(0, Math.min(all.size(), MAX_TECHNIQUES));
    List<Technique> sub = techniques.stream().filter(Technique::isSubtechnique).toList();
    List<Tactic> tactics = techniques.stream().map(Technique::tactic).distinct().toList();
    json.object(
        "threat",
        () -> {
          json.text("framework", "MITRE ATT&CK");
          json.object(
              "tactic",
              () -> {
                json.texts("id", tactics.stream().map(Tactic::id).toList());
                json.texts("name", tactics.stream().map(Tactic::title).toList());
              });
          json.object("technique", () -> technique(json, techniques, sub));
        });
  }

  private static void technique(EcsFields json, List<Technique> all, List<Technique> sub) {
    json.texts("id", all.stream().map(Technique::parentId).distinct().toList());
    json.texts("name", all.stream().map(Technique::parentTitle).distinct().toList());
    if (!sub.isEmpty()) {
      json.object(
          "subtechnique",
          () -> {
            json.texts("id", sub.stream().map(Technique::id).toList());
            json.texts("name", sub.stream().map(Technique::title).toList());
          });
    }
  }
}
