package io.honeypods.decoy.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file and the environment into a {@link Config}, or names every mistake in them. */
public final class ConfigLoader {
  private final List<Key> keys;

  /**
   * A loader for the sections that every install has and those of the decoys given.
   *
   * @param decoys the record of each decoy's section by its name, such as {@code web}
   */
  public ConfigLoader(Map<String, Class<? extends Record>> decoys) {
    this.keys = Schema.keys(decoys);
  }

  /**
   * The configuration of a file, or of no file, with what the environment overrides in it.
   *
   * @throws ConfigException with all that is wrong
   */
  public Config load(@Nullable Path file, Map<String, String> environment) throws ConfigException {
    var overrides = Overrides.of(keys, environment);
    var problems = new ArrayList<>(overrides.problems());
    var tree = file == null ? Node.Mapping.EMPTY : ConfigFile.read(file, problems);
    if (tree == null) {
      throw new ConfigException(problems);
    }
    var sections = new Binder(overrides, problems).values(keys, tree, "");
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return new Config(sections, overrides.warnings());
  }
}
