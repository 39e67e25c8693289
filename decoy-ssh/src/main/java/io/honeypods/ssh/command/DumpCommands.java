package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;

/** Programs that show the bytes of files. */
final class DumpCommands {
  private DumpCommands() {}

  static int hexdump(Task task) {
    Options options = Options.of(task, 1, "Cvn:l:xcbs:p", "length=n");
    boolean canonical = options.has('C') || task.name().equals("hd");
    long most = Math.max(0, Sizes.parse(options.value('n', options.value('l', "99999999"))));
    return Lines.each(
        task,
        options.operands(),
        (_, input) -> {
          String all = Lines.all(task, input);
          String text = all.substring(0, (int) Math.min(most, all.length()));
          for (int i = 0; i < text.length(); i += 16) {
            String bytes = text.substring(i, Math.min(text.length(), i + 16));
            task.out(task.name().equals("xxd") ? pairs(i, bytes) : row(canonical, i, bytes));
          }
          task.out(
              task.name().equals("xxd") || text.isEmpty()
                  ? ""
                  : (canonical ? "%08x%n" : "%07x%n").formatted(text.length()));
        });
  }

  private static String pairs(int offset, String bytes) {
    var hex = new StringBuilder();
    for (int i = 0; i < bytes.length(); i++) {
      hex.append("%02x".formatted((int) bytes.charAt(i))).append(i % 2 == 1 ? " " : "");
    }
    return "%08x: %-40s %s%n".formatted(offset, hex, bytes.replaceAll("[^ -~]", "."));
  }

  private static String row(boolean canonical, int offset, String bytes) {
    var hex = new StringBuilder();
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (canonical) {
        hex.append("%02x ".formatted((int) c)).append(i == 7 ? " " : "");
      } else if (i % 2 == 1 || i == bytes.length() - 1) {
        int word = i % 2 == 1 ? c << 8 | bytes.charAt(i - 1) : c;
        hex.append(" %04x".formatted(word));
      }
    }
    return canonical
        ? "%08x  %-49s |%s|%n".formatted(offset, hex, bytes.replaceAll("[^ -~]", "."))
        : "%07x%s%n".formatted(offset, hex);
  }

  static int strings(Task task) {
    Options options = Options.of(task, 1, "an:t:e:");
    int least = (int) Math.max(1, Sizes.parse(options.value('n', "4")));
    return Lines.each(
        task,
        options.operands(),
        (_, input) -> {
          var run = new StringBuilder();
          for (char c : (Lines.all(task, input) + "\0").toCharArray()) {
            if ((c >= ' ' && c < 127) || c == '\t') {
              run.append(c);
            } else {
              task.out(run.length() >= least ? run + "\n" : "");
              run.setLength(0);
            }
          }
        });
  }
}
