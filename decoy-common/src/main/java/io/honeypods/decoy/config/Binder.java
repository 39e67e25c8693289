package io.honeypods.decoy.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the tree of a file, and what the environment overrides in it, into records. */
final class Binder {
  private final Overrides overrides;
  private final List<Problem> problems;
  private int failures;

  Binder(Overrides overrides, List<Problem> problems) {
    this.overrides = overrides;
    this.problems = problems;
  }

  /** The value of each key by its name, null also where a problem was added for it. */
  Map<String, @Nullable Object> values(List<Key> keys, Node.Mapping mapping, String path) {
    rejectUnknown(keys, mapping, path);
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (Key key : keys) {
      Node node = mapping.entries().get(key.name());
      values.put(key.name(), value(key, node, Show.path(path, key.name())));
    }
    return values;
  }

  private void rejectUnknown(List<Key> keys, Node.Mapping mapping, String path) {
    List<String> names = keys.stream().map(Key::name).toList();
    for (String name : mapping.entries().keySet()) {
      if (!names.contains(name)) {
        String meant = Spelling.nearest(name, names);
        String suggestion = meant == null ? null : Show.path(path, meant);
        problems.add(Problem.unknownKey(Show.path(path, name), suggestion));
      }
    }
  }

  private @Nullable Object value(Key key, @Nullable Node node, String path) {
    if (overrides.values().containsKey(path)) {
      return overrides.values().get(path);
    }
    if (node == null) {
      return absent(key, path);
    }
    if (node instanceof Node.Null && key.isNullable() && !overrides.reachInto(path)) {
      return null;
    }
    boolean empty = node instanceof Node.Null && !(key.shape() instanceof Shape.Scalar);
    return empty ? absent(key, path) : shaped(key.shape(), node, path, key.isSecret());
  }

  private @Nullable Object absent(Key key, String path) {
    if (key.isOptional() && !overrides.reachInto(path)) {
      return null;
    }
    if (key.shape() instanceof Shape.Group group) {
      return group(group, Node.Mapping.EMPTY, path);
    }
    return key.isRequired()
        ? fail(Problem.value(path, "nothing", key.shape().expected()))
        : key.shape().ofFallback(key.fallback());
  }

  private @Nullable Object shaped(Shape shape, Node node, String path, boolean secret) {
    if (shape instanceof Shape.Scalar scalar && node instanceof Node.Text text) {
      return scalar(scalar, text.text(), path, secret);
    }
    if (shape instanceof Shape.Many many && node instanceof Node.Sequence list) {
      return many(many, list, path, secret);
    }
    if (shape instanceof Shape.Labels && node instanceof Node.Mapping mapping) {
      return labels(mapping, path);
    }
    if (shape instanceof Shape.Group group && node instanceof Node.Mapping mapping) {
      return group(group, mapping, path);
    }
    return fail(Problem.value(path, node.called(), shape.expected()));
  }

  private @Nullable Object scalar(Shape.Scalar scalar, String text, String path, boolean secret) {
    try {
      return scalar.parser().parse(text);
    } catch (UnexpectedValueException e) {
      return fail(Problem.text(path, text, secret, e));
    }
  }

  private List<@Nullable Object> many(
      Shape.Many many, Node.Sequence list, String path, boolean secret) {
    var items = new ArrayList<@Nullable Object>();
    for (Node item : list.items()) {
      items.add(shaped(many.element(), item, path + "[" + items.size() + "]", secret));
    }
    return Collections.unmodifiableList(items);
  }

  private Map<String, String> labels(Node.Mapping mapping, String path) {
    var labels = new LinkedHashMap<String, String>();
    mapping
        .entries()
        .forEach(
            (name, value) -> {
              if (value instanceof Node.Text text) {
                labels.put(name, text.text());
              } else {
                fail(Problem.value(Show.path(path, name), value.called(), "text"));
              }
            });
    return Collections.unmodifiableMap(labels);
  }

  private @Nullable Object group(Shape.Group group, Node.Mapping mapping, String path) {
    int before = failures;
    var values = values(group.keys(), mapping, path);
    return failures > before ? null : construct(group.type(), values.values().toArray(), path);
  }

  private @Nullable Object construct(
      Class<? extends Record> type, @Nullable Object[] values, String path) {
    try {
      var types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException why) {
        return fail(Problem.statement(path, String.valueOf(why.getMessage())));
      }
      throw new IllegalStateException("constructor of " + type.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("constructor of " + type.getName(), e);
    }
  }

  private @Nullable Object fail(Problem problem) {
    problems.add(problem);
    failures++;
    return null;
  }
}
