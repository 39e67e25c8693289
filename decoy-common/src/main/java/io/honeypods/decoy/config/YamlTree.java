package io.honeypods.decoy.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree of a YAML text from its events.
 *
 * <p>Unlike a tree made by a YAML binding it keeps scalars as they are written, names every key
 * that is given twice, and never follows an alias.
 */
final class YamlTree {
  private static final int DEEPEST = 32;
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private final Iterator<Event> events;
  private final List<Problem> problems;

  private YamlTree(String text, List<Problem> problems) {
    this.events = new Parse(LoadSettings.builder().build()).parseString(text).iterator();
    this.problems = problems;
  }

  /** The one document of a text, null where it is empty; adds the keys that are given twice. */
  static Node parse(String text, List<Problem> problems) throws YamlSyntaxException {
    try {
      return new YamlTree(text, problems).document();
    } catch (MarkedYamlEngineException e) {
      throw new YamlSyntaxException(e.getProblem(), e.getProblemMark());
    } catch (YamlEngineException e) {
      throw new YamlSyntaxException("expected YAML 1.2", Optional.empty());
    }
  }

  private Node document() throws YamlSyntaxException {
    events.next(); // the start of the stream
    if (!(events.next() instanceof DocumentStartEvent)) {
      return new Node.Null();
    }
    Node root = node(events.next(), "", 0);
    events.next(); // the end of the document
    if (events.next() instanceof DocumentStartEvent second) {
      throw new YamlSyntaxException("a second document (expected one)", second.getStartMark());
    }
    return root;
  }

  private Node node(Event event, String path, int depth) throws YamlSyntaxException {
    if (depth > DEEPEST) {
      String message = "nested more than " + DEEPEST + " deep";
      throw new YamlSyntaxException(message, event.getStartMark());
    }
    Node node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar);
          case SequenceStartEvent _ -> sequence(path, depth);
          case MappingStartEvent _ -> mapping(path, depth);
          case AliasEvent _ -> new Node.Unsupported("an alias");
          default -> throw new IllegalStateException("YAML event " + event.getEventId());
        };
    return hasTag(event) ? new Node.Unsupported("a value with a tag") : node;
  }

  private static Node scalar(ScalarEvent scalar) {
    boolean isNull = scalar.isPlain() && NULLS.contains(scalar.getValue());
    return isNull ? new Node.Null() : new Node.Text(scalar.getValue());
  }

  private Node sequence(String path, int depth) throws YamlSyntaxException {
    var items = new ArrayList<Node>();
    for (Event e = events.next(); !(e instanceof SequenceEndEvent); e = events.next()) {
      items.add(node(e, path + "[" + items.size() + "]", depth + 1));
    }
    return new Node.Sequence(items);
  }

  private Node mapping(String path, int depth) throws YamlSyntaxException {
    var entries = new LinkedHashMap<String, Node>();
    var lines = new LinkedHashMap<String, Integer>();
    for (Event e = events.next(); !(e instanceof MappingEndEvent); e = events.next()) {
      if (!(e instanceof ScalarEvent key)) {
        throw new YamlSyntaxException("a key that is not plain text", e.getStartMark());
      }
      String name = key.getValue();
      int line = YamlSyntaxException.line(key.getStartMark());
      Node value = node(events.next(), Show.path(path, name), depth + 1);
      Integer first = lines.putIfAbsent(name, line);
      if (first == null) {
        entries.put(name, value);
      } else {
        String what = "given twice (line " + first + " and line " + line + ")";
        problems.add(Problem.statement(Show.path(path, name), what));
      }
    }
    return new Node.Mapping(entries);
  }

  private static boolean hasTag(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag().isPresent();
      case CollectionStartEvent collection -> collection.getTag().isPresent();
      default -> false;
    };
  }
}
