package io.honeypods.ssh.shell;

import io.honeypods.ssh.host.Killed;
import io.honeypods.ssh.host.Task;
import io.honeypods.ssh.shell.Word.Part;
import io.honeypods.ssh.shell.Word.Text;
import java.util.ArrayList;
import java.util.List;

/** Brace expansion: <code>a{b,c}</code> and <code>{1..3}</code>. */
final class Braces {
  private static final int MAX_WORDS = 20_000;
  private static final int MAX_ATOMS = 400_000;
  private static final int MAX_DEPTH = 20;

  private final Task task;
  private int made;
  private int copied;

  private Braces(Task task) {
    this.task = task;
  }

  /** The words that a word stands for; a task that wants more than there is room for ends. */
  static List<Word> expand(Word word, Task task) {
    boolean any =
        word.parts().stream()
            .anyMatch(
                part -> part instanceof Text text && !text.quoted() && text.text().contains("{"));
    return any ? new Braces(task).words(atoms(word), 0) : List.of(word);
  }

  /** Characters that count one by one, all else whole. */
  private static List<Part> atoms(Word word) {
    var atoms = new ArrayList<Part>();
    for (Part part : word.parts()) {
      if (part instanceof Text text && !text.quoted()) {
        text.text().chars().forEach(c -> atoms.add(new Text(String.valueOf((char) c), false)));
      } else {
        atoms.add(part);
      }
    }
    return atoms;
  }

  private static char at(List<Part> atoms, int index) {
    return atoms.get(index) instanceof Text text && !text.quoted() ? text.text().charAt(0) : 0;
  }

  private List<Word> words(List<Part> atoms, int depth) {
    for (int open = 0; open < atoms.size() && depth < MAX_DEPTH; open++) {
      if (at(atoms, open) != '{') {
        continue;
      }
      int close = -1;
      int nested = 0;
      var commas = new ArrayList<Integer>();
      for (int i = open; i < atoms.size() && close < 0; i++) {
        char c = at(atoms, i);
        nested += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (c == ',' && nested == 1) {
          commas.add(i);
        }
        close = nested == 0 ? i : -1;
      }
      List<List<Part>> choices = close < 0 ? List.of() : choices(atoms, open, close, commas);
      if (!choices.isEmpty()) {
        return combine(atoms, open, close, choices, depth);
      }
    }
    task.work(atoms.size());
    if (++made > MAX_WORDS) {
      throw new Killed(Killed.KILL);
    }
    return List.of(new Word(atoms));
  }

  private List<Word> combine(
      List<Part> atoms, int open, int close, List<List<Part>> choices, int depth) {
    var words = new ArrayList<Word>();
    for (List<Part> choice : choices) {
      var joined = new ArrayList<Part>(atoms.subList(0, open));
      joined.addAll(choice);
      joined.addAll(atoms.subList(close + 1, atoms.size()));
      copied += joined.size();
      if (copied > MAX_ATOMS) {
        throw new Killed(Killed.KILL);
      }
      words.addAll(words(joined, depth + 1));
    }
    return words;
  }

  private List<List<Part>> choices(List<Part> atoms, int open, int close, List<Integer> commas) {
    var choices = new ArrayList<List<Part>>();
    if (commas.isEmpty()) {
      String literal = new Word(atoms.subList(open + 1, close)).literal();
      return literal == null ? List.of() : range(literal);
    }
    int from = open + 1;
    for (int comma : commas) {
      choices.add(atoms.subList(from, comma));
      from = comma + 1;
    }
    choices.add(atoms.subList(from, close));
    return choices;
  }

  private List<List<Part>> range(String text) {
    String[] ends = text.split("\\.\\.", -1);
    boolean numbers =
        ends.length >= 2 && ends[0].matches("-?[0-9]{1,9}") && ends[1].matches("-?[0-9]{1,9}");
    boolean letters =
        ends.length >= 2 && ends[0].matches("[A-Za-z]") && ends[1].matches("[A-Za-z]");
    if (ends.length > 3
        || !(numbers || letters)
        || (ends.length == 3 && !ends[2].matches("-?[0-9]{1,9}"))) {
      return List.of();
    }
    int first = numbers ? Integer.parseInt(ends[0]) : ends[0].charAt(0);
    int last = numbers ? Integer.parseInt(ends[1]) : ends[1].charAt(0);
    int step = Math.max(1, ends.length == 3 ? Math.abs(Integer.parseInt(ends[2])) : 1);
    int width =
        ends[0].matches("-?0[0-9].*") || ends[1].matches("-?0[0-9].*")
            ? Math.max(ends[0].length(), ends[1].length())
            : 0;
    var choices = new ArrayList<List<Part>>();
    int count = Math.abs(last - first) / step + 1;
    if (count > MAX_WORDS) {
      throw new Killed(Killed.KILL);
    }
    for (int i = 0; i < count; i++) {
      int value = first + (last >= first ? i : -i) * step;
      String shown =
          !numbers
              ? String.valueOf((char) value)
              : width > 0 ? ("%0" + width + "d").formatted(value) : String.valueOf(value);
      choices.add(List.of(new Text(shown, false)));
    }
    return choices;
  }
}
