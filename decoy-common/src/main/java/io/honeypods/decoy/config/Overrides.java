package io.honeypods.decoy.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values that the environment gives, by the path of their key.
 *
 * @param problems the variables that set a key to something else than expected
 * @param warnings the variables that look like ours and set nothing
 */
record Overrides(
    Map<String, @Nullable Object> values, List<Problem> problems, List<String> warnings) {
  static final String PREFIX = "DECOY_";

  /** Where the configuration file is, which is no key of it. */
  private static final String CONFIG = "DECOY_CONFIG";

  static Overrides of(List<Key> keys, Map<String, String> environment) {
    var targets = new LinkedHashMap<String, Target>();
    targets(keys, "", targets);
    var overrides = new Overrides(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX) && !name.equals(CONFIG)) {
                overrides.read(name, value, targets);
              }
            });
    return overrides;
  }

  /** Whether any key inside the one at this path is given. */
  boolean reachInto(String path) {
    return values.keySet().stream().anyMatch(key -> key.startsWith(path + "."));
  }

  private void read(String name, String value, Map<String, Target> targets) {
    Target target = targets.get(name);
    if (target != null) {
      assign(name, value, target);
    } else if (!ServiceLinks.isLink(name, value)) {
      String meant = Spelling.nearest(name, targets.keySet());
      String hint = meant == null ? "" : " (did you mean " + meant + "?)";
      warnings.add(Show.key(name) + ": sets no key, so it is ignored" + hint);
    }
  }

  private void assign(String name, String value, Target target) {
    Key key = target.key;
    if (!(key.shape() instanceof Shape.Scalar scalar)) {
      String got = key.isSecret() ? Problem.HIDDEN : Show.quoted(value);
      String expected = key.shape().expected() + ", which only a file can give";
      problems.add(Problem.value(name, got, expected));
    } else if (value.isEmpty() && key.isNullable() && !key.isSecret()) {
      values.put(target.path, null);
    } else {
      try {
        values.put(target.path, scalar.parser().parse(value));
      } catch (UnexpectedValueException e) {
        problems.add(Problem.text(name, value, key.isSecret(), e));
      }
    }
  }

  private static void targets(List<Key> keys, String parent, Map<String, Target> targets) {
    for (Key key : keys) {
      String path = Show.path(parent, key.name());
      if (key.shape() instanceof Shape.Group group) {
        targets(group.keys(), path, targets);
      } else {
        String name = Names.ofVariable(path);
        boolean taken = name.equals(CONFIG) || targets.containsKey(name);
        if (taken || ServiceLinks.mayBeNamed(name)) {
          throw new IllegalArgumentException(
              "key " + path + " (expected a name whose variable " + name + " is free)");
        }
        targets.put(name, new Target(path, key));
      }
    }
  }

  private record Target(String path, Key key) {}
}
