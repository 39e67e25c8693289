package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code od}. */
final class Od {
  private static final int MAX_WIDTH = 512;
  private static final int USUAL_WIDTH = 16;

  private final Task task;
  private final Options options;
  private final List<OdFormat> formats;
  private final int width;
  private final int block;

  private Od(Task task, Options options, List<OdFormat> formats) {
    this.task = task;
    this.options = options;
    this.formats = formats;
    String wide = options.value('w', "").isEmpty() ? "32" : options.value('w', "");
    long width = options.has('w') ? Sizes.parse(wide) : USUAL_WIDTH;
    this.width = Math.clamp(width, 1, MAX_WIDTH);
    this.block =
        formats.stream()
            .mapToInt(each -> (each.width() + 1) * (this.width / each.size()))
            .reduce(0, Math::max);
  }

  static int run(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "A:t:j:N:vw?abcdoxsilS:",
            "address-radix=A",
            "format=t",
            "skip-bytes=j",
            "read-bytes=N",
            "output-duplicates=v",
            "width=w");
    var formats = new ArrayList<OdFormat>();
    for (String letter : List.of("a", "b", "c", "d", "o", "x", "s", "i", "l")) {
      if (options.has(letter.charAt(0))) {
        formats.add(OdFormat.legacy(letter.charAt(0)));
      }
    }
    for (String type : options.values('t')) {
      List<OdFormat> parsed = OdFormat.parse(type);
      if (parsed == null) {
        return task.fail(
            1, "invalid character '" + type.charAt(0) + "' in type string '" + type + "'");
      }
      formats.addAll(parsed);
    }
    return new Od(task, options, formats.isEmpty() ? List.of(OdFormat.legacy('o')) : formats)
        .dump();
  }

  private int dump() {
    var all = new StringBuilder();
    int status =
        Lines.each(task, options.operands(), (_, input) -> all.append(limited(input, all)));
    long skipped = Math.max(0, Sizes.parse(options.value('j', "0")));
    if (skipped > all.length()) {
      return task.fail(1, "cannot skip past end of combined input");
    }
    String last = null;
    boolean starred = false;
    for (int at = (int) skipped; at < all.length(); at += width) {
      String bytes = all.substring(at, Math.min(all.length(), at + width));
      boolean same = bytes.equals(last) && !options.has('v');
      if (!same) {
        rows(at, bytes);
      } else if (!starred) {
        task.out("*\n");
      }
      starred = same;
      last = bytes;
    }
    String end = status != 0 && all.isEmpty() ? "" : address(all.length());
    task.out(end.isEmpty() ? "" : end + "\n");
    return status;
  }

  private String limited(Input input, StringBuilder before) {
    long most = Sizes.parse(options.value('N', ""));
    if (most < 0) {
      return Lines.all(task, input);
    }
    long skipped = Math.max(0, Sizes.parse(options.value('j', "0")));
    long wanted = most + skipped - before.length();
    var read = new StringBuilder();
    while (read.length() < wanted) {
      String piece = input.read(task);
      if (piece == null) {
        break;
      }
      read.append(piece);
      task.machine().requireMemory(read.length());
    }
    return read.substring(0, Math.clamp(wanted, 0, read.length()));
  }

  private void rows(int at, String bytes) {
    String address = address(at);
    for (int i = 0; i < formats.size(); i++) {
      OdFormat format = formats.get(i);
      String shown = format.row(bytes, width, block);
      String tail = format.text() ? trailer(bytes, format) : "";
      task.out((i == 0 ? address : " ".repeat(address.length())) + shown + tail + "\n");
    }
  }

  private String trailer(String bytes, OdFormat format) {
    int missing = (width - bytes.length()) / format.size();
    return " ".repeat(missing * (format.width() + 1))
        + "  >"
        + bytes.replaceAll("[^ -~]", ".")
        + "<";
  }

  private @Nullable String radix() {
    return switch (options.value('A', "o")) {
      case "d" -> "%07d";
      case "x" -> "%06x";
      case "n" -> null;
      default -> "%07o";
    };
  }

  private String address(int at) {
    String form = radix();
    return form == null ? "" : form.formatted(at);
  }
}
