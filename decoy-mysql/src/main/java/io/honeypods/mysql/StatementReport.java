package io.honeypods.mysql;

import io.honeypods.decoy.event.Event.CommandReceived;
import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.rule.RuleTable;
import io.honeypods.decoy.rule.Subject;
import io.honeypods.mysql.sql.ClientText;
import java.util.List;
import java.util.Set;

/** What a statement tells: itself, and what it is recognised as. */
final class StatementReport {
  private static final String LANGUAGE = "sql";
  private static final int MAX_HEAD = 6_144;
  private static final int MAX_TAIL = 2_048;
  private static final char CUT = '\u2026';

  private final RuleTable rules;

  private StatementReport(RuleTable rules) {
    this.rules = rules;
  }

  static StatementReport load() {
    return new StatementReport(
        RuleTable.load(StatementReport.class, "statement-rules.txt", Set.of("statement", "sent")));
  }

  /** The event of a statement, whole or as much of it as there is. */
  CommandReceived of(String sent) {
    String statement = ClientText.readable(sent);
    return new CommandReceived(LANGUAGE, Text.of(statement), findings(statement));
  }

  private List<Finding> findings(String statement) {
    String bounded = bounded(statement);
    return rules.findings(
        List.of(
            new Subject("statement", StatementText.plain(bounded)), new Subject("sent", bounded)));
  }

  /** The beginning and the end of a statement: what lies between in a long one is data. */
  private static String bounded(String statement) {
    int length = statement.length();
    return length <= MAX_HEAD + MAX_TAIL
        ? statement
        : statement.substring(0, MAX_HEAD) + CUT + statement.substring(length - MAX_TAIL);
  }
}
