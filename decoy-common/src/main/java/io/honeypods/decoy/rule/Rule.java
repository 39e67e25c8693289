package io.honeypods.decoy.rule;

import io.honeypods.decoy.event.Finding;
import java.util.Set;

/**
 * One row of a rule table: where it looks, for what, and what that means.
 *
 * @param fields the fields whose texts it looks into
 * @param pattern what it looks for, anywhere in the text, upper or lower case
 * @param literals texts of which one is in all that the pattern matches; empty when unknown
 * @param finding what a match is
 */
public record Rule(Set<String> fields, LazyPattern pattern, Set<String> literals, Finding finding) {
  public Rule {
    fields = Set.copyOf(fields);
    literals = Set.copyOf(literals);
  }

  public String name() {
    return finding.rule();
  }

  boolean matches(String text) {
    return pattern.get().matcher(text).find();
  }
}
