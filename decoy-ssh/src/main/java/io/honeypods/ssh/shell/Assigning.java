package io.honeypods.ssh.shell;

import io.honeypods.ssh.shell.Node.Assignment;
import io.honeypods.ssh.shell.Word.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives variables and their elements the values that a command line says. */
final class Assigning {
  private static final int MAX_INDEX = 1_000_000;

  private final Shell shell;
  private final Expansion expansion;

  Assigning(Shell shell, Expansion expansion) {
    this.shell = shell;
    this.expansion = expansion;
  }

  void assign(Assignment assignment) {
    String name = assignment.name();
    if (assignment.elements() != null) {
      array(assignment, assignment.elements());
      return;
    }
    String value = expansion.single(assignment.value());
    if (assignment.index() != null) {
      int index = index(shell, name, expansion.single(assignment.index()));
      String old = shell.variables().elements(name).get(index);
      shell.variables().set(name, index, assignment.adds() && old != null ? old + value : value);
      return;
    }
    String old = shell.variables().get(name);
    shell.assign(name, assignment.adds() && old != null ? old + value : value);
  }

  /** Where in an array an index stands for an element. */
  static int index(Shell shell, String name, String text) {
    Variable variable = shell.variables().find(name);
    if (variable != null && variable.isKeyed()) {
      return variable.index(text);
    }
    long index = Arithmetic.value(shell, text);
    int behind =
        variable == null || variable.elements().isEmpty() ? 0 : variable.elements().lastKey() + 1;
    return Math.clamp(index < 0 ? behind + index : index, 0, MAX_INDEX);
  }

  private void array(Assignment assignment, List<Word> elements) {
    String name = assignment.name();
    Map<String, String> keyed = new LinkedHashMap<>();
    for (Word element : elements) {
      if (!element.parts().isEmpty()
          && element.parts().getFirst() instanceof Text text
          && !text.quoted()
          && text.text().startsWith("[")) {
        String whole = expansion.single(element);
        int equals = whole.indexOf("]=");
        if (equals > 0) {
          keyed.put(whole.substring(1, equals), whole.substring(equals + 2));
        }
      }
    }
    List<String> values = keyed.isEmpty() ? expansion.fields(elements) : List.of();
    if (!assignment.adds()) {
      shell.variables().clear(name);
    }
    shell.variables().variable(name).indexed();
    keyed.forEach((key, value) -> shell.variables().set(name, index(shell, name, key), value));
    var present = shell.variables().elements(name);
    int index = present.isEmpty() ? 0 : present.lastKey() + 1;
    for (String value : values) {
      shell.variables().set(name, index++, value);
    }
  }
}
