package io.honeypods.mysql.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.mysql.OurMysqld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds our server against the genuine mysqld: raw exchanges and statements, case by case. */
class MysqlDifferentialIT {
  private static final Path REPORTS = Path.of("target", "mysql-differences");

  @BeforeAll
  static void needMysqld() throws IOException {
    Needed.otherwise(RealMysqld.missing());
  }

  @ParameterizedTest
  @ValueSource(strings = {LoginForm.NATIVE, LoginForm.SHA2})
  void talksLikeMysqld(String plugin) throws Exception {
    boolean sha2 = plugin.equals(LoginForm.SHA2);
    List<Exchange> exchanges = sha2 ? Exchanges.beforeCommands() : Exchanges.all();
    try (Served real = RealMysqld.start(plugin);
        Served ours = OurMysqld.start(sha2, RealMysqld.VERSION)) {
      judge(
          sha2 ? "exchanges-sha2" : "exchanges",
          Exchanges.differences(exchanges, real.address(), ours.address()));
    }
  }

  @Test
  void answersLikeMysqld() throws Exception {
    try (Served real = RealMysqld.start(LoginForm.NATIVE);
        Served ours = OurMysqld.start(false, RealMysqld.VERSION)) {
      judge("statements", statements(real, ours));
    }
  }

  /** The genuine one against itself: whatever differs here is a fault of the cases. */
  @Test
  @EnabledIfSystemProperty(named = "mysqld.twice", matches = "true")
  void mysqldDoesLikeItself() throws Exception {
    try (Served one = RealMysqld.start(LoginForm.NATIVE);
        Served other = RealMysqld.start(LoginForm.NATIVE)) {
      assertThat(Exchanges.differences(Exchanges.all(), one.address(), other.address()))
          .extracting(Difference::brief)
          .isEmpty();
      assertThat(statements(one, other)).extracting(Difference::brief).isEmpty();
    }
  }

  private static List<Difference> statements(Served theirs, Served ours) throws IOException {
    var differences = new ArrayList<Difference>();
    for (List<Line> section : Statements.sections().values()) {
      try (Target one = new WireTarget(theirs.address());
          Target other = new WireTarget(ours.address())) {
        differences.addAll(Comparison.ofServers().between(section, one, other));
      }
    }
    return differences;
  }

  /** Every difference needs its reason, and every reason its difference. */
  private static void judge(String kind, List<Difference> differences) throws IOException {
    Map<String, String> allowed = Difference.allowed("differences-" + kind + ".txt");
    Files.createDirectories(REPORTS);
    Path report = REPORTS.resolve(kind + ".txt");
    Files.writeString(
        report, differences.stream().map(Difference::report).collect(Collectors.joining("\n")));
    assertThat(differences)
        .filteredOn(difference -> !allowed.containsKey(difference.name()))
        .extracting(Difference::brief)
        .as("all of them in %s", report.toAbsolutePath())
        .isEmpty();
    assertThat(differences)
        .extracting(Difference::name)
        .as("still differing as in the list of %s", kind)
        .containsAll(allowed.keySet());
  }
}
