package io.honeypods.ssh.command;

import org.jspecify.annotations.Nullable;

/**
 * One command of {@code sed} with the lines it is for.
 *
 * @param text what it adds, a label, a file, or a number
 * @param jump where it goes to: behind a block that is not for a line, or to a label
 */
record SedCommand(
    @Nullable SedAddress from,
    @Nullable SedAddress to,
    boolean negated,
    char name,
    String text,
    @Nullable SedSubstitution substitution,
    @Nullable Translation translation,
    int jump) {

  static SedCommand of(
      @Nullable SedAddress from, @Nullable SedAddress to, boolean negated, char name, String text) {
    return new SedCommand(from, to, negated, name, text, null, null, -1);
  }

  SedCommand with(SedSubstitution what) {
    return new SedCommand(from, to, negated, name, text, what, translation, jump);
  }

  SedCommand with(Translation table) {
    return new SedCommand(from, to, negated, name, text, substitution, table, jump);
  }

  SedCommand to(int index) {
    return new SedCommand(from, to, negated, name, text, substitution, translation, index);
  }
}
