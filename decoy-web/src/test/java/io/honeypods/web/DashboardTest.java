package io.honeypods.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.honeypods.decoy.identity.Identity;
import io.honeypods.decoy.identity.Planted;
import io.honeypods.web.Resource.File;
import io.honeypods.web.Resource.Live;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DashboardTest {
  private static final Identity IDENTITY = Identity.of("one");
  private static final String[] PATHS_OF_SCANNERS =
      """
      /.env /.git/HEAD /.git/config /.aws/credentials /.ssh/id_rsa /.htaccess /.DS_Store /admin
      /admin.php /login /phpinfo.php /info.php /test.php /wp-login.php /wp-config.php /xmlrpc.php
      /phpmyadmin /server-status /nginx_status /metrics /healthz /actuator /actuator/env /api
      /api/v1 /api/v1/pods /swagger.json /graphql /config.json /config.php /config.yml /backup
      /backup.zip /backup.sql /db.sql /dump.sql /robots.txt /sitemap.xml /favicon.ico /console
      /debug /status /version /cgi-bin /id_rsa /credentials /secrets.yml /docker-compose.yml
      """
          .strip()
          .split("\\s+", -1);

  @ParameterizedTest
  @ValueSource(strings = {"one", "two", "three", "four", "five"})
  void showsEveryPlantedCredentialAtItsPlace(String seed) {
    var identity = Identity.of(seed);
    var files = RenderedSite.files(identity);

    assertThat(Planted.of(identity))
        .isNotEmpty()
        .allSatisfy(
            planted ->
                assertThat(files.get(planted.place())).contains(planted.user(), planted.secret()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere.txt", "/index.html", "/ops"})
  void refusesAPlantedCredentialThatNoTemplateShows(String place) {
    var planted = new ArrayList<>(Planted.of(IDENTITY));
    planted.add(new Planted("http", "admin", "very-secret", place));

    assertThatIllegalStateException()
        .isThrownBy(() -> Dashboard.of(IDENTITY, planted))
        .withMessage("no http credential of admin at %s (expected a template that has it)", place);
  }

  @Test
  void refusesToLeaveOutACredentialThatATemplateShows() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Dashboard.of(IDENTITY, List.of()))
        .withMessageContaining("placeholder ${");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "two", "three"})
  void mentionsNothingThatGivesItAway(String seed) {
    for (var file : RenderedSite.files(Identity.of(seed)).entrySet()) {
      assertThat((file.getKey() + file.getValue()).toLowerCase(Locale.ROOT))
          .as(file.getKey())
          .doesNotContain("honey", "decoy", "trap", "canary", "bait", "fake", "lure", "netty")
          .doesNotContain("${");
    }
  }

  @Test
  void hasAtMostTwoOfThePathsThatScannersTry() {
    var site = Dashboard.of(IDENTITY, Planted.of(IDENTITY));

    assertThat(PATHS_OF_SCANNERS).filteredOn(path -> site.at(path) != null).hasSizeLessThan(3);
  }

  @Test
  void linksOnlyToWhatIsThere() {
    var files = RenderedSite.files(IDENTITY);
    for (var page : files.entrySet()) {
      if (page.getKey().endsWith(".html")) {
        for (String link : RenderedSite.links(page.getValue())) {
          assertThat(files).as(page.getKey()).containsKey("/" + link.split("#", 2)[0]);
        }
      }
    }
  }

  @Test
  void fetchesNothingFromElsewhere() {
    for (var file : RenderedSite.files(IDENTITY).entrySet()) {
      if (!file.getKey().equals("/.env")) {
        assertThat(file.getValue().replace("http://www.w3.org/2000/svg", ""))
            .as(file.getKey())
            .doesNotContain("://", "href=\"/", "src=\"/");
      }
    }
  }

  @Test
  void servesWellFormedJson() {
    for (var file : RenderedSite.files(IDENTITY).entrySet()) {
      if (file.getKey().endsWith(".json")) {
        assertThat(JsonMapper.shared().readTree(file.getValue()).get("generated").asString())
            .isEqualTo("2026-12-03T11:22:30Z");
      }
    }
  }

  @Test
  void isSmallAndAscii() {
    var all = String.join("", RenderedSite.files(IDENTITY).values());

    assertThat(all.length()).isLessThan(200 << 10);
    assertThat(US_ASCII.newEncoder().canEncode(all)).isTrue();
  }

  @Test
  void looksDifferentForAnotherIdentity() {
    var mine = RenderedSite.files(IDENTITY);
    var theirs = new HashSet<>(RenderedSite.files(Identity.of("two")).values());

    assertThat(mine).hasSizeGreaterThan(15);
    for (var file : mine.entrySet()) {
      if (!file.getKey().equals("/50x.html")) {
        assertThat(theirs).as(file.getKey()).doesNotContain(file.getValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "two", "three", "four", "five", "six"})
  void saysAsManyNodesAndServicesAsTheJson(String seed) {
    var files = RenderedSite.files(Identity.of(seed));
    int nodes = JsonMapper.shared().readTree(files.get("/data/nodes.json")).get("nodes").size();
    int services =
        JsonMapper.shared().readTree(files.get("/data/services.json")).get("services").size();

    assertThat(files.get("/nodes.html")).contains(nodes + " nodes: ");
    assertThat(files.get("/services.html")).contains(services + " services with ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "two", "three", "four", "five", "six"})
  void wasChangedFileByFileByTheTimeOfTheInstall(String seed) {
    var identity = Identity.of(seed);
    var times = new HashSet<Instant>();
    for (Resource resource : Dashboard.of(identity, Planted.of(identity)).resources().values()) {
      if (resource instanceof File file) {
        times.add(file.modified());
      }
    }

    assertThat(times).hasSizeGreaterThan(4);
    assertThat(times)
        .allMatch(time -> time.isBefore(identity.installed().plus(Duration.ofDays(1))));
  }

  @Test
  void rewritesItsJsonEvery15Seconds() {
    var site = Dashboard.of(IDENTITY, Planted.of(IDENTITY));
    var live = (Live) requireNonNull(site.at("/data/status.json"));
    var tick = Instant.parse("2026-12-03T11:22:30Z");

    var first = live.render().apply(tick);

    assertThat(live.render().apply(tick.plusMillis(14_999))).isEqualTo(first);
    assertThat(first.modified()).isEqualTo(tick);
    var next = live.render().apply(tick.plusSeconds(15));
    assertThat(next.modified()).isEqualTo(tick.plusSeconds(15));
    assertThat(next.content()).isNotEqualTo(first.content());
    assertThat(live.render().apply(tick)).isEqualTo(first);
  }
}
