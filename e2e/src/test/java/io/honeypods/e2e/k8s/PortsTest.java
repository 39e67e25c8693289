package io.honeypods.e2e.k8s;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.e2e.Reactor;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the ports of the pods against those that docs/configuration.md says are the defaults. */
class PortsTest {
  @ParameterizedTest
  @CsvSource({
    "web, Deployment platform-internal/internal-dashboard",
    "mysql, Deployment platform-internal/internal-db",
    "ssh, Deployment platform-internal/internal-bastion",
    "ipenum, DaemonSet platform-agents/internal-app"
  })
  void aPodDeclaresWhatItsProcessOpens(String decoy, String object) {
    Manifest workload =
        Manifest.installed().stream().filter(m -> m.id().equals(object)).findFirst().orElseThrow();
    TreeSet<Integer> declared =
        workload
            .containers()
            .getFirst()
            .path("ports")
            .valueStream()
            .map(port -> port.path("containerPort").asInt())
            .collect(toCollection(TreeSet::new));

    assertThat(declared).contains(9100).isEqualTo(defaults(decoy));
  }

  private static Set<Integer> defaults(String decoy) {
    Pattern row =
        Pattern.compile(
            "`(?:admin|"
                + decoy
                + ")\\.[a-z]+` \\| host:port .*?`0\\.0\\.0\\.0:(\\d+)` \\| `DECOY");
    return row.matcher(Reactor.text(Reactor.ROOT.resolve("docs/configuration.md")))
        .results()
        .map((MatchResult found) -> Integer.valueOf(found.group(1)))
        .collect(toCollection(TreeSet::new));
  }
}
