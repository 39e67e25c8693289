package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.PlantedCredentialUsed;
import io.honeypods.decoy.event.Event.RequestReceived;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Finding;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.decoy.rule.RuleTable;
import io.honeypods.decoy.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a request tells: itself, what it is recognised as, and the credentials in it. */
final class RequestReport {
  private static final int MAX_TEXT = 4096;
  private static final Set<String> FIELDS =
      Set.of("method", "target", "path", "query", "header", "user-agent", "body");

  private final RuleTable rules = RuleTable.load(RequestReport.class, "/request-rules.txt", FIELDS);
  private final List<Planted> planted;

  RequestReport(List<Planted> planted) {
    this.planted = List.copyOf(planted);
  }

  /** The events of one request, with the status that it was answered with. */
  List<Event> of(RequestHead request, Payload body, int status) {
    var events = new ArrayList<Event>();
    events.add(
        new RequestReceived(
            Text.of(request.method()),
            Text.of(request.target()),
            request.version(),
            Field.bounded(request.headers()),
            request.headers().size(),
            body,
            status,
            findings(request, body.kept())));
    for (Login login : Login.of(request, body.kept())) {
      events.add(
          new LoginAttempted(
              login.method(), Text.of(login.user()), login.secret(), Outcome.FAILURE));
      planted.stream()
          .filter(login::presents)
          .map(
              found ->
                  new PlantedCredentialUsed(
                      found.service(), found.user(), found.place(), login.method()))
          .forEach(events::add);
    }
    return events;
  }

  private List<Finding> findings(RequestHead request, Bytes body) {
    var subjects = new ArrayList<Subject>();
    subjects.add(new Subject("method", request.method()));
    add(subjects, "target", request.target());
    add(subjects, "path", request.path());
    if (request.query() != null) {
      addDecoded(subjects, "query", request.query());
    }
    for (Field header : Field.bounded(request.headers())) {
      add(subjects, "header", header.name() + ": " + header.value());
      if (header.name().equalsIgnoreCase("User-Agent")) {
        add(subjects, "user-agent", header.value());
      }
    }
    if (!body.isEmpty()) {
      addDecoded(subjects, "body", body.latin1());
    }
    return rules.findings(subjects);
  }

  /** A text as it was sent, and as a form or query is read, where that differs. */
  private static void addDecoded(List<Subject> subjects, String field, String text) {
    add(subjects, field, text);
    String decoded = Login.decode(text);
    if (!decoded.equals(text)) {
      add(subjects, field, decoded);
    }
  }

  private static void add(List<Subject> subjects, String field, String text) {
    subjects.add(
        new Subject(field, text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT)));
  }
}
