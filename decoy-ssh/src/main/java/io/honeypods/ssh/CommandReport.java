package io.honeypods.ssh;

import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.rule.RuleTable;
import io.honeypods.decoy.rule.Subject;
import java.util.List;
import java.util.Set;

/** What a command line tells: itself, and what it is recognised as. */
final class CommandReport {
  private static final String LANGUAGE = "shell";
  private static final int MAX_LENGTH = 8192;

  private final RuleTable rules;

  private CommandReport(RuleTable rules) {
    this.rules = rules;
  }

  static CommandReport load() {
    return new CommandReport(
        RuleTable.load(CommandReport.class, "command-rules.txt", Set.of("line")));
  }

  RuleTable rules() {
    return rules;
  }

  CommandReceived of(String line) {
    String bounded = line.substring(0, Math.min(line.length(), MAX_LENGTH));
    return new CommandReceived(
        LANGUAGE, Text.of(line), rules.findings(List.of(new Subject("line", bounded))));
  }
}
