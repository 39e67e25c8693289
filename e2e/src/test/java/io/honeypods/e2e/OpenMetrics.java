package io.honeypods.e2e;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of <a href="https://prometheus.io/docs/specs/om/open_metrics_spec/">OpenMetrics</a>
 * that an exposition can break line by line.
 */
final class OpenMetrics {
  private static final Pattern TYPE = Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (\\w+)");
  private static final Pattern OTHER = Pattern.compile("# (HELP|UNIT) \\S+ .+|# EOF");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[^}]*})? (NaN|[-+]?(Inf|[0-9.eE+-]+))( .*)?");
  private static final Map<String, List<String>> SUFFIXES =
      new TreeMap<>(
          Map.of(
              "counter", List.of("_total", "_created"),
              "gauge", List.of(""),
              "histogram", List.of("_bucket", "_count", "_sum", "_created"),
              "summary", List.of("", "_count", "_sum", "_created"),
              "info", List.of("_info"),
              "unknown", List.of("")));

  private final List<String> problems = new ArrayList<>();
  private final Set<String> families = new HashSet<>();
  private final Set<String> series = new HashSet<>();
  private String family = "";
  private List<String> suffixes = List.of();

  private OpenMetrics() {}

  static List<String> problems(String text) {
    var check = new OpenMetrics();
    text.lines().forEach(check::line);
    return check.problems;
  }

  private void line(String line) {
    Matcher type = TYPE.matcher(line);
    Matcher sample = SAMPLE.matcher(line);
    if (type.matches()) {
      begin(type.group(1), SUFFIXES.getOrDefault(type.group(2), List.of()), line);
    } else if (sample.matches()) {
      if (suffixes.stream().noneMatch(suffix -> sample.group(1).equals(family + suffix))) {
        problems.add(line + " (expected a sample of " + family + ")");
      }
      if (!series.add(sample.group(1) + sample.group(2))) {
        problems.add(line + " (expected once)");
      }
    } else if (!OTHER.matcher(line).matches()) {
      problems.add(line + " (expected a sample or a comment)");
    }
  }

  private void begin(String name, List<String> endings, String line) {
    if (!families.add(name) || endings.isEmpty()) {
      problems.add(line + " (expected another family, of a known type)");
    }
    family = name;
    suffixes = endings;
  }
}
