package io.honeypods.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The built-in site: the operations console of a made-up cluster, with credentials left about. */
final class Dashboard {
  private static final List<Page> PAGES =
      List.of(
          new Page("index", "Overview"),
          new Page("services", "Services"),
          new Page("nodes", "Nodes"),
          new Page("deploys", "Deploys"),
          new Page("databases", "Databases"),
          new Page("runbook", "Runbook"));

  private final Map<String, String> words;
  private final Deployment deployment;
  private final Map<String, Resource> resources = new HashMap<>();

  private record Page(String name, String title) {}

  private Dashboard(Map<String, String> words, Deployment deployment) {
    this.words = words;
    this.deployment = deployment;
  }

  /**
   * The site of an identity.
   *
   * @throws IllegalStateException if a planted credential is not in the file at its place
   */
  static Site of(Identity identity, List<Planted> planted) {
    var estate = Estate.of(identity);
    var words = Vocabulary.of(identity, estate, planted);
    var dashboard = new Dashboard(words, new Deployment(identity));
    dashboard.addPages();
    dashboard.addFiles();
    dashboard.addData(new Operations(identity, estate));
    planted.forEach(dashboard::requireInPlace);
    return new Site(dashboard.resources);
  }

  private void addPages() {
    var layout = template("layout.html");
    for (Page page : PAGES) {
      var values = new HashMap<>(words);
      for (Page other : PAGES) {
        values.put("at." + other.name(), page.equals(other) ? " aria-current=\"page\"" : "");
      }
      values.put("page", page.name());
      values.put("title", page.title());
      values.put("content", template(page.name() + ".html").fill(words));
      add("/" + page.name() + ".html", layout.fill(values));
    }
  }

  private void addFiles() {
    for (String directory : List.of("/", "/assets", "/data", "/ops")) {
      resources.put(directory, new Resource.Directory(deployment.modified(directory)));
    }
    add("/assets/" + words.get("style"), template("console.css").fill(words));
    add("/assets/" + words.get("script"), template("console.js").fill(words));
    add("/assets/" + words.get("icon"), template("icon.svg").fill(words));
    add("/50x.html", template("50x.html").fill(words));
    add("/.env", template("dot-env").fill(words));
    add("/ops/db-backup.sh", template("db-backup.sh").fill(words));
    add("/ops/deploy-notes.txt", template("deploy-notes.txt").fill(words));
  }

  private void addData(Operations operations) {
    addLive("status", operations::status);
    addLive("services", operations::services);
    addLive("nodes", operations::nodes);
    addLive("series", operations::series);
    addLive("deploys", operations::deploys);
    addLive("incidents", operations::incidents);
    addLive("databases", operations::databases);
  }

  private void addLive(String name, Function<Instant, String> json) {
    resources.put("/data/" + name + ".json", new Resource.Live(new CronFile(json)));
  }

  private void add(String path, String text) {
    resources.put(path, new Resource.File(Bytes.utf8(text), deployment.modified(path)));
  }

  private void requireInPlace(Planted planted) {
    boolean there =
        resources.get(planted.place()) instanceof Resource.File file
            && file.content().latin1().contains(planted.user())
            && file.content().latin1().contains(planted.secret());
    if (!there) {
      throw new IllegalStateException(
          "no %s credential of %s at %s (expected a template that has it)"
              .formatted(planted.service(), planted.user(), planted.place()));
    }
  }

  private static Template template(String name) {
    try (var in = Dashboard.class.getResourceAsStream("/site/" + name)) {
      if (in == null) {
        throw new FileNotFoundException("/site/" + name);
      }
      return new Template(new String(in.readAllBytes(), US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
