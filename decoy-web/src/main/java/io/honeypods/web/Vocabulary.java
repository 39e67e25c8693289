package io.honeypods.web;

import static java.time.ZoneOffset.UTC;

import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.web.Estate.Node;
import io.honeypods.web.Estate.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words that the templates of the dashboard leave open. */
final class Vocabulary {
  /** Tickets opened since the oldest file that names one was written, and more. */
  private static final int OLD_TICKETS = 290;

  private final Identity identity;
  private final Estate estate;
  private final Map<String, String> words = new HashMap<>();

  private Vocabulary(Identity identity, Estate estate) {
    this.identity = identity;
    this.estate = estate;
  }

  /** Every word by its placeholder's name. */
  static Map<String, String> of(Identity identity, Estate estate, List<Planted> planted) {
    var vocabulary = new Vocabulary(identity, estate);
    vocabulary.addNames();
    vocabulary.addPeople();
    vocabulary.addNumbers();
    vocabulary.addDates();
    vocabulary.addTickets();
    vocabulary.addLook();
    for (Planted item : planted) {
      var key = item.service() + "/" + item.user();
      vocabulary.words.put("user:" + key, item.user());
      vocabulary.words.put("secret:" + key, item.secret());
    }
    return Map.copyOf(vocabulary.words);
  }

  private void addNames() {
    words.put("host", estate.host());
    words.put("team", estate.team());
    words.put("cluster", estate.cluster());
    words.put("kubernetes", estate.kubernetes());
    words.put("data", estate.data());
    words.put("tools", estate.tools());
    words.put("mysql.host", estate.databaseHost());
    words.put("deploy.host", estate.deployHost());
    words.put("node.worker", worker().name());
  }

  private void addPeople() {
    for (int i = 0; i < estate.people().size(); i++) {
      var person = estate.people().get(i);
      words.put("person." + (i + 1), person.name());
      words.put("login." + (i + 1), person.login());
    }
  }

  private void addNumbers() {
    long control = estate.nodes().stream().filter(n -> n.role() == Role.CONTROL_PLANE).count();
    words.put("nodes.count", String.valueOf(estate.nodes().size()));
    words.put("nodes.control", String.valueOf(control));
    words.put("nodes.workers", String.valueOf(estate.nodes().size() - control));
    words.put("services.count", String.valueOf(estate.services().size()));
    words.put("services.replicas", String.valueOf(estate.replicas()));
  }

  /** Dates that agree with when the files they stand in were changed. */
  private void addDates() {
    var deployment = new Deployment(identity);
    var backup = deployment.modified("/ops/db-backup.sh");
    words.put("installed.date", date(estate.installed()));
    words.put("backup.date", date(backup));
    words.put("backup.earlier", date(earlier(backup, 90, 300)));
    words.put("notes.date", date(deployment.modified("/ops/deploy-notes.txt")));
    words.put("drill.date", date(earlier(estate.installed(), 20, 75)));
  }

  private void addTickets() {
    var random = identity.random("site/ticket-words");
    for (String what : List.of("sso", "vault", "disk", "drill", "zstd", "console")) {
      int number = estate.firstTicket() - OLD_TICKETS - random.nextInt(420);
      words.put("ticket." + what, estate.project() + "-" + number);
    }
  }

  /** What sets one install's files apart from another's even where their text is the same. */
  private void addLook() {
    var build = identity.hex("site/build", 8);
    words.put("hue", String.valueOf(identity.random("site/hue").nextInt(150, 345)));
    words.put("build", build);
    words.put("style", "console-" + build + ".css");
    words.put("script", "console-" + build + ".js");
    words.put("icon", "icon-" + build + ".svg");
  }

  private Node worker() {
    return estate.nodes().stream().filter(n -> n.role() == Role.GENERAL).toList().get(2);
  }

  private Instant earlier(Instant when, int leastDays, int mostDays) {
    int days = identity.random("site/earlier/" + leastDays).nextInt(leastDays, mostDays);
    return when.minusSeconds(days * 86_400L);
  }

  private static String date(Instant when) {
    return LocalDate.ofInstant(when, UTC).toString();
  }
}
