package io.honeypods.drill;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Plays attacks one after the other, tells of each, and asks the decoys whether they noticed. */
final class Drill {
  private final Mark mark;
  private final Counters counters;
  private final Consumer<String> out;

  Drill(Mark mark, Counters counters, Consumer<String> out) {
    this.mark = mark;
    this.counters = counters;
    this.out = out;
  }

  /** Whether every attack was played and, where counters are to be seen, noticed. */
  boolean play(List<Target> targets) {
    out.accept("This is a drill: everything sent carries " + mark.text() + ".");
    Map<String, Double> before;
    try {
      before = counters.byRule();
    } catch (IOException e) {
      out.accept("NOT PLAYED: " + e.getMessage());
      return false;
    }
    var played = new LinkedHashSet<Attack>();
    boolean all = true;
    for (Target target : targets) {
      all &= play(target, played);
    }
    boolean noticed = noticed(before, played);
    return all && noticed;
  }

  private boolean play(Target target, Set<Attack> played) {
    Attack attack = target.attack();
    try {
      String result = attack.play(target.host(), target.port(), mark);
      played.add(attack);
      out.accept(target + ": " + result);
      out.accept("  events: " + attack.events() + "; alert: " + attack.alert());
      return true;
    } catch (IOException e) {
      out.accept(target + ": NO ANSWER: " + e);
      return false;
    }
  }

  private boolean noticed(Map<String, Double> before, Set<Attack> played) {
    boolean all = true;
    for (Attack attack : played) {
      Double count = before.get(attack.rule());
      if (count != null) {
        all &= tell(attack.rule(), counters.awaitMore(attack.rule(), count));
      }
    }
    return all;
  }

  private boolean tell(String rule, boolean more) {
    out.accept(rule + (more ? ": counted" : ": NOT COUNTED"));
    return more;
  }
}
