package io.honeypods.decoy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The decoys on the class path. */
public final class Decoys {
  private Decoys() {}

  /** All of them, by name. */
  public static List<Decoy<?>> all() {
    var found = new ArrayList<Decoy<?>>();
    ServiceLoader.load(Decoy.class).forEach(found::add);
    found.sort(Comparator.comparing(Decoy::name));
    return List.copyOf(found);
  }

  /** The configuration sections they bring, by name. */
  public static Map<String, Class<? extends Record>> sections() {
    var sections = new LinkedHashMap<String, Class<? extends Record>>();
    all().forEach(decoy -> sections.put(decoy.name(), decoy.configType()));
    return sections;
  }

  /** Those named, or all where none is. */
  static List<Decoy<?>> named(List<String> names) {
    List<Decoy<?>> all = all();
    List<String> known = all.stream().map(Decoy::name).<String>map(name -> name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new UnknownDecoyException(name, known);
      }
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(decoy -> names.contains(decoy.name())).toList();
  }

  static @Nullable Path configFile(Map<String, String> environment) {
    String file = environment.get("DECOY_CONFIG");
    return file == null || file.isEmpty() ? null : Path.of(file);
  }
}
