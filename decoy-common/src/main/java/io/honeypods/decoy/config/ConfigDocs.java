package io.honeypods.decoy.config;

import java.util.List;
import java.util.Map;

/** Renders {@code docs/configuration.md} from the records that the configuration is read into. */
public final class ConfigDocs {
  private static final String INTRODUCTION =
      """
      # Configuration

      One YAML file, named with `--config` or `DECOY_CONFIG`, and variables that override single \
      keys of it. Both may be absent: every key has a default, but for those of list items that \
      say *required*. Unknown keys are errors, and all errors are reported at once.

      An empty variable sets its key to nothing where the key may be `null`; lists and mappings \
      are set in the file only. A section or list without a value is as good as absent. The file \
      takes at most 64 KiB; aliases and tags are not read.

      `POD_NAME`, `POD_NAMESPACE`, `POD_IP` and `NODE_NAME`, as the downward API of a pod sets \
      them, are what events say of where they come from; visits from `NODE_IP` are expected.

      Values of keys named token, seed, password or secret never appear in an error.
      """;

  private final StringBuilder out = new StringBuilder(INTRODUCTION);

  private ConfigDocs() {}

  /** The page for the sections that every install has and those of the decoys given. */
  public static String render(Map<String, Class<? extends Record>> decoys) {
    var docs = new ConfigDocs();
    Schema.keys(decoys).forEach(docs::section);
    return docs.out.toString();
  }

  private void section(Key section) {
    out.append("\n## `").append(section.name()).append("`\n\n");
    if (!section.meaning().isEmpty()) {
      out.append(section.meaning()).append("\n\n");
    }
    out.append("| Key | Value | Default | Variable | Meaning |\n|---|---|---|---|---|\n");
    inside(section.shape(), section.name(), true);
  }

  private void inside(Shape shape, String path, boolean hasVariables) {
    switch (shape) {
      case Shape.Group group -> rows(group.keys(), path, hasVariables);
      case Shape.Many many -> inside(many.element(), path + "[]", false);
      case Shape.Scalar _, Shape.Labels _ -> {}
    }
  }

  private void rows(List<Key> keys, String parent, boolean hasVariables) {
    for (Key key : keys) {
      key.check();
      String path = parent + "." + key.name();
      row(key, path, hasVariables && key.shape() instanceof Shape.Scalar);
      inside(key.shape(), path, hasVariables);
    }
  }

  private void row(Key key, String path, boolean hasVariable) {
    cell(code(path));
    cell(key.shape().expected() + (key.isNullable() ? ", or `null`" : ""));
    cell(fallback(key));
    cell(hasVariable ? code(Names.ofVariable(path)) : "");
    cell(key.meaning());
    out.append("|\n");
  }

  private static String fallback(Key key) {
    if (key.isOptional()) {
      return "none";
    }
    if (key.isRequired()) {
      return "*required*";
    }
    if (key.shape() instanceof Shape.Group) {
      return "";
    }
    return code(key.fallback().isEmpty() ? "\"\"" : key.fallback());
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private void cell(String text) {
    out.append("| ").append(text.replace("|", "\\|").replace("\n", " "));
    out.append(text.isEmpty() ? "" : " ");
  }
}
