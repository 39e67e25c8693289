package io.honeypods.mysql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** UPDATEXML and EXTRACTVALUE: their XPath errors, and the simplest of paths. */
final class XmlFunctions {
  private XmlFunctions() {}

  static void register(Function.Register to) {
    to.strict("extractvalue", 2, 2, XmlFunctions::type, XmlFunctions::extract);
    to.strict("updatexml", 3, 3, XmlFunctions::type, XmlFunctions::update);
  }

  /** A path that is known beforehand is refused beforehand. */
  private static ResultType type(List<Node> arguments) {
    Value path = StringTypes.fixed(arguments.get(1));
    if (path != null && !(path instanceof Value.Null)) {
      check(Coercion.text(path));
    }
    return ResultType.text(ResultType.UNBOUND).asNullable();
  }

  /** Refuses what is no path, from the first character that does not belong to one. */
  private static void check(String path) {
    int bad = firstBad(path);
    if (bad >= 0) {
      String rest = path.substring(bad);
      String near = rest.length() > 32 ? rest.substring(0, 32) : rest;
      throw new SqlException(1105, "HY000", "XPATH syntax error: '" + near + "'");
    }
  }

  private static int firstBad(String path) {
    if (path.isEmpty()) {
      return 0;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean fits = Character.isLetterOrDigit(c) || "/.@*[]()='\"_-: $,|<>+!".indexOf(c) >= 0;
      boolean startsWell = i > 0 || Character.isLetter(c) || "/.@*$(".indexOf(c) >= 0;
      if (!fits || !startsWell) {
        return i;
      }
    }
    return -1;
  }

  private static Value extract(Call c) {
    String xml = c.text(0);
    String path = c.text(1);
    check(path);
    int[] found = find(xml, path);
    return new Value.Text(
        found == null ? "" : xml.substring(found[1], found[2]).replaceAll("<[^>]*>", ""));
  }

  private static Value update(Call c) {
    String xml = c.text(0);
    String path = c.text(1);
    check(path);
    int[] found = find(xml, path);
    return new Value.Text(
        found == null ? xml : xml.substring(0, found[0]) + c.text(2) + xml.substring(found[3]));
  }

  /** Where the element of a path such as /a/b begins and ends: tag, content, content, tag. */
  private static int @Nullable [] find(String xml, String path) {
    int from = 0;
    int to = xml.length();
    int[] place = null;
    for (String step : path.split("/+", 50)) {
      String name = step.replace("text()", "");
      if (name.isEmpty()) {
        continue;
      }
      int open = xml.indexOf("<" + name + ">", from);
      int content = open + name.length() + 2;
      int close = open < 0 ? -1 : xml.indexOf("</" + name + ">", content);
      if (open < 0 || close < 0 || close > to) {
        return null;
      }
      place = new int[] {open, content, close, close + name.length() + 3};
      from = content;
      to = close;
    }
    return place;
  }
}
