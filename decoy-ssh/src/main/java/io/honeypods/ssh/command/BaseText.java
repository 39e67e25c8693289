package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Task;
import java.util.List;
import java.util.Locale;

/**
 * {@code base64}, {@code base32} and {@code basenc}: bytes as letters of an alphabet.
 *
 * @param letters the alphabet
 * @param bits how many a letter stands for
 * @param group letters that stand for whole bytes
 */
record BaseText(String letters, int bits, int group) {
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String LETTERS = UPPER + UPPER.toLowerCase(Locale.ROOT) + "0123456789";
  private static final BaseText SIXTY_FOUR = new BaseText(LETTERS + "+/", 6, 4);
  private static final BaseText THIRTY_TWO = new BaseText(UPPER + "234567", 5, 8);

  static int base64(Task task) {
    return run(task, SIXTY_FOUR, options(task));
  }

  static int base32(Task task) {
    return run(task, THIRTY_TWO, options(task));
  }

  static int basenc(Task task) {
    Options options =
        Options.of(
            task,
            1,
            "diw:S6H3U2",
            "decode=d",
            "wrap=w",
            "ignore-garbage=i",
            "base64=S",
            "base64url=6",
            "base32=3",
            "base32hex=H",
            "base16=U",
            "base2msbf=2");
    if (options.has('S')) {
      return run(task, SIXTY_FOUR, options);
    }
    if (options.has('6')) {
      return run(task, new BaseText(LETTERS + "-_", 6, 4), options);
    }
    if (options.has('3')) {
      return run(task, THIRTY_TWO, options);
    }
    if (options.has('H')) {
      return run(task, new BaseText("0123456789" + UPPER.substring(0, 22), 5, 8), options);
    }
    if (options.has('U')) {
      return run(task, new BaseText("0123456789ABCDEF", 4, 2), options);
    }
    if (options.has('2')) {
      return run(task, new BaseText("01", 1, 8), options);
    }
    throw options.manners().complain(task, "missing encoding type");
  }

  private static Options options(Task task) {
    return Options.of(task, 1, "diw:", "decode=d", "wrap=w", "ignore-garbage=i");
  }

  private static int run(Task task, BaseText base, Options options) {
    List<String> operands = options.operands();
    if (operands.size() > 1) {
      throw options.manners().complain(task, "extra operand '" + operands.get(1) + "'");
    }
    long width = Sizes.parse(options.value('w', "76"));
    if (width < 0) {
      return task.fail(1, "invalid wrap size: '" + options.value('w', "") + "'");
    }
    boolean[] wrong = {false};
    int status =
        Lines.each(
            task,
            operands,
            (_, input) -> {
              String text = Lines.all(task, input);
              if (options.has('d')) {
                wrong[0] = !base.decode(task, text, options.has('i'));
              } else {
                base.encode(task, text, (int) width);
              }
            });
    return wrong[0] ? task.fail(1, "invalid input") : status;
  }

  private void encode(Task task, String text, int width) {
    var out = new StringBuilder();
    long held = 0;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      held = (held << 8 | text.charAt(i)) & 0xffff;
      for (count += 8; count >= bits; count -= bits) {
        out.append(letters.charAt((int) (held >> (count - bits)) & (letters.length() - 1)));
      }
    }
    if (count > 0) {
      out.append(letters.charAt((int) (held << (bits - count)) & (letters.length() - 1)));
    }
    out.append("=".repeat((group - out.length() % group) % group));
    for (int i = 0; i < out.length(); i += width == 0 ? out.length() : width) {
      int end = width == 0 ? out.length() : Math.min(out.length(), i + width);
      task.out(out.substring(i, end) + (width == 0 ? "" : "\n"));
    }
  }

  /** Writes what a text stands for; whether all of it stood for something. */
  private boolean decode(Task task, String text, boolean lenient) {
    var out = new StringBuilder();
    int held = 0;
    int count = 0;
    int taken = 0;
    boolean right = true;
    for (int i = 0; i < text.length() && right; i++) {
      char c = text.charAt(i);
      int value = letters.indexOf(c);
      if (value >= 0) {
        held = (held << bits | value) & 0xffff;
        count += bits;
        if (count >= 8) {
          count -= 8;
          out.append((char) (held >> count & 0xff));
        }
        taken++;
      } else if (c == '=') {
        taken++;
        count = taken % group == 0 ? 0 : count;
      } else {
        right = c == '\n' || lenient;
      }
    }
    task.out(out.toString());
    return right && taken % group == 0;
  }
}
