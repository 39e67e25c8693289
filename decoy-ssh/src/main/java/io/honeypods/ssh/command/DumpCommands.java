package io.honeypods.ssh.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.honeypods.ssh.host.Task;
import java.util.Base64;

/** Programs that write bytes as text. */
final class DumpCommands {
  private DumpCommands() {}

  static int base64(Task task) {
    Options options = Options.of(task, 1, "diw:", "decode=d", "wrap=w", "ignore-garbage=i");
    return Lines.each(
        task,
        options.operands().stream().limit(1).toList(),
        (_, input) -> {
          String text = Lines.all(task, input);
          if (options.has('d')) {
            try {
              task.out(
                  new String(
                      Base64.getMimeDecoder().decode(text.getBytes(ISO_8859_1)), ISO_8859_1));
            } catch (IllegalArgumentException _) {
              task.fail(1, "invalid input");
            }
            return;
          }
          String encoded = Base64.getEncoder().encodeToString(text.getBytes(ISO_8859_1));
          int width = (int) Math.max(0, Sizes.parse(options.value('w', "76")));
          if (width == 0) {
            task.out(encoded);
          } else {
            for (int i = 0; i < encoded.length(); i += width) {
              task.out(encoded.substring(i, Math.min(encoded.length(), i + width)) + "\n");
            }
          }
        });
  }

  static int hexdump(Task task) {
    Options options = Options.of(task, 1, "CvA:t:n:N:xcbj:p", "length=n");
    boolean canonical = options.has('C') || task.name().equals("xxd") || task.name().equals("hd");
    long most = Math.max(0, Sizes.parse(options.value('n', options.value('N', "99999999"))));
    return Lines.each(
        task,
        options.operands(),
        (_, input) -> {
          String text = Lines.all(task, input);
          text = text.substring(0, (int) Math.min(most, text.length()));
          for (int i = 0; i < text.length(); i += 16) {
            task.out(
                row(
                    task.name(),
                    canonical,
                    options.value('t', "o2"),
                    i,
                    text.substring(i, Math.min(text.length(), i + 16))));
          }
          task.out(
              task.name().equals("xxd") || text.isEmpty()
                  ? ""
                  : (task.name().equals("od") ? "%07o%n" : canonical ? "%08x%n" : "%07x%n")
                      .formatted(text.length()));
        });
  }

  private static String row(
      String program, boolean canonical, String type, int offset, String bytes) {
    var hex = new StringBuilder();
    var shown = new StringBuilder();
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      shown.append(c >= ' ' && c < 127 ? c : '.');
      if (program.equals("xxd")) {
        hex.append("%02x".formatted((int) c)).append(i % 2 == 1 ? " " : "");
      } else if (canonical) {
        hex.append("%02x ".formatted((int) c)).append(i == 7 ? " " : "");
      } else if (program.equals("od") && type.startsWith("x1")) {
        hex.append(" %02x".formatted((int) c));
      } else if (i % 2 == 1 || i == bytes.length() - 1) {
        int word = i % 2 == 1 ? c << 8 | bytes.charAt(i - 1) : c;
        hex.append((program.equals("od") ? " %06o" : " %04x").formatted(word));
      }
    }
    if (program.equals("xxd")) {
      return "%08x: %-40s %s%n".formatted(offset, hex, shown);
    }
    return canonical
        ? "%08x  %-49s |%s|%n".formatted(offset, hex, shown)
        : (program.equals("od") ? "%07o%s%n" : "%07x%s%n").formatted(offset, hex);
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
