package io.honeypods.mysql.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All schemas of a server. Guarded by the server's lock, under which every statement runs. */
final class Catalogue {
  private final Map<String, Schema> schemas = new TreeMap<>();
  private final Map<String, VirtualTable> virtual = new HashMap<>();
  private final Map<String, List<VirtualTable>> bySchema = new TreeMap<>();
  private final long capacity;
  private long bytes;

  Catalogue(long capacity) {
    this.capacity = capacity;
  }

  /** Makes a system's tables known; {@code information_schema} is found in any case. */
  void install(Collection<? extends VirtualTable> tables) {
    for (VirtualTable table : tables) {
      virtual.put(key(table.schema(), table.name()), table);
      bySchema.merge(
          table.schema(),
          List.of(table),
          (before, more) -> {
            var all = new java.util.ArrayList<>(before);
            all.addAll(more);
            return all;
          });
      if (!isInformationSchema(table.schema())) {
        schemas.computeIfAbsent(table.schema(), name -> new Schema(name, Collation.DEFAULT));
      }
    }
    schemas.computeIfAbsent("information_schema", name -> new Schema(name, Collation.UTF8MB3));
  }

  /** Every schema by name, those of the system too. */
  Map<String, Schema> schemas() {
    return schemas;
  }

  @Nullable Schema schema(String name) {
    return schemas.get(isInformationSchema(name) ? "information_schema" : name);
  }

  @Nullable VirtualTable virtual(String schema, String table) {
    return virtual.get(key(schema, table));
  }

  List<VirtualTable> virtuals(String schema) {
    return bySchema.getOrDefault(
        isInformationSchema(schema) ? "information_schema" : schema, List.of());
  }

  /** Whether so many bytes more still fit; they are then reckoned as taken. */
  boolean reserve(long more) {
    if (more > 0 && bytes + more > capacity) {
      return false;
    }
    bytes += more;
    return true;
  }

  long bytes() {
    return bytes;
  }

  static boolean isInformationSchema(String schema) {
    return schema.equalsIgnoreCase("information_schema");
  }

  private static String key(String schema, String table) {
    return isInformationSchema(schema)
        ? "information_schema." + table.toUpperCase(Locale.ROOT)
        : schema + "." + table;
  }
}
