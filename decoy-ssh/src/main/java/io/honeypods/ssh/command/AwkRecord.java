package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The record of {@code awk} with its fields, and the variables that tell of it. */
final class AwkRecord {
  private static final int MAX_FIELDS = 30_000;

  private final Task task;
  private final AwkVariables variables;
  private final AwkPatterns patterns;
  private final List<AwkValue> fields = new ArrayList<>();
  private AwkValue whole = AwkValue.NONE;
  private boolean isSplit = true;
  private boolean isJoined = true;

  AwkRecord(Task task, AwkVariables variables, AwkPatterns patterns) {
    this.task = task;
    this.variables = variables;
    this.patterns = patterns;
  }

  /** A variable, of which the number of fields is one. */
  AwkValue get(String name) {
    return name.equals("NF") ? AwkValue.of(count()) : variables.get(name);
  }

  void set(String name, AwkValue value) {
    if (name.equals("NF")) {
      resize(Math.clamp((long) value.number(), 0, MAX_FIELDS));
    } else {
      variables.set(name, value);
    }
  }

  void assign(AwkValue text) {
    whole = text;
    isSplit = false;
    isJoined = true;
  }

  AwkValue field(int index) {
    if (index == 0) {
      join();
      return whole;
    }
    split();
    return index > 0 && index <= fields.size() ? fields.get(index - 1) : AwkValue.NONE;
  }

  void field(int index, AwkValue value) {
    if (index == 0) {
      assign(AwkValue.input(value.text()));
      return;
    }
    split();
    if (index > MAX_FIELDS || index < 0) {
      throw new AwkFault(task)
          .running("program limit exceeded: maximum number of fields size=32767", this);
    }
    resize(Math.max(fields.size(), index));
    fields.set(index - 1, value);
  }

  private int count() {
    split();
    return fields.size();
  }

  private void resize(int size) {
    split();
    while (fields.size() > size) {
      fields.removeLast();
    }
    fields.addAll(Collections.nCopies(size - fields.size(), AwkValue.NONE));
    isJoined = false;
  }

  private void split() {
    if (!isSplit) {
      isSplit = true;
      fields.clear();
      task.work(whole.text().length() / 8);
      String separator = variables.get("FS").text();
      boolean paragraphs = variables.get("RS").text().isEmpty();
      for (String each :
          patterns.split(
              whole.text(),
              paragraphs && !separator.equals(" ") ? "(" + separator + ")|\n" : separator)) {
        fields.add(AwkValue.input(each));
      }
    }
  }

  private void join() {
    if (!isJoined) {
      isJoined = true;
      var text = new StringBuilder();
      String separator = variables.get("OFS").text();
      for (int i = 0; i < fields.size(); i++) {
        text.append(i > 0 ? separator : "").append(fields.get(i).text());
        task.machine().requireMemory(text.length());
      }
      whole = AwkValue.input(text.toString());
    }
  }
}
