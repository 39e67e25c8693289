package io.honeypods.decoy.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A configuration without mistakes. */
public final class Config {
  private final Map<String, @Nullable Object> sections;
  private final List<String> warnings;

  Config(Map<String, @Nullable Object> sections, List<String> warnings) {
    this.sections = sections;
    this.warnings = List.copyOf(warnings);
  }

  public IdentityConfig identity() {
    return section(Schema.IDENTITY, IdentityConfig.class);
  }

  public EventsConfig events() {
    return section(Schema.EVENTS, EventsConfig.class);
  }

  public AdminConfig admin() {
    return section(Schema.ADMIN, AdminConfig.class);
  }

  public LimitsConfig limits() {
    return section(Schema.LIMITS, LimitsConfig.class);
  }

  public List<ExpectedSource> expected() {
    var items = (List<?>) Objects.requireNonNull(sections.get(Schema.EXPECTED));
    return items.stream().map(ExpectedSource.class::cast).toList();
  }

  /** The section of a decoy: one of those that the loader was made for. */
  public <C extends Record> C section(String name, Class<C> type) {
    Object section = sections.get(name);
    if (!type.isInstance(section)) {
      throw new IllegalArgumentException(
          "no section " + name + " of " + type.getName() + " (expected one of the loader's)");
    }
    return type.cast(section);
  }

  /** The variables that look like ours and set nothing, in one line each. */
  public List<String> warnings() {
    return warnings;
  }
}
