package io.honeypods.ssh.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.honeypods.ssh.host.Task;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Programs that tell whether bytes are the same. */
final class DigestCommands {
  private DigestCommands() {}

  static int digest(Task task, String algorithm) {
    Options options = Options.of(task, 1, "bctwz", "check=c", "status=w", "quiet=w");
    return Lines.each(
        task,
        options.operands(),
        (name, input) -> task.out(hex(algorithm, Lines.all(task, input)) + "  " + name + "\n"));
  }

  private static String hex(String algorithm, String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(ISO_8859_1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }

  static int cksum(Task task) {
    return Lines.each(
        task,
        task.operands(),
        (name, input) -> {
          String text = Lines.all(task, input);
          var crc = new java.util.zip.CRC32();
          crc.update(text.getBytes(ISO_8859_1));
          task.out(
              crc.getValue() + " " + text.length() + (name.equals("-") ? "" : " " + name) + "\n");
        });
  }

  static int cmp(Task task) {
    List<String> operands =
        Options.of(task, 2, "sqlbuNrwy", "brief=q", "unified=u").some(task, "missing operand");
    if (operands.size() < 2) {
      return task.fail(2, "missing operand after '" + operands.getFirst() + "'");
    }
    var texts = new ArrayList<List<String>>();
    for (String operand : operands.subList(0, 2)) {
      if (!operand.equals("-") && !task.files().exists(operand)) {
        return task.fail(2, operand + ": No such file or directory");
      }
      texts.add(Lines.list(task, List.of(operand)));
    }
    if (texts.get(0).equals(texts.get(1))) {
      return 0;
    }
    if (task.name().equals("cmp") || task.operands().contains("-q")) {
      task.out(
          task.name().equals("cmp")
              ? "%s %s differ: byte 1, line 1%n".formatted(operands.get(0), operands.get(1))
              : "Files %s and %s differ%n".formatted(operands.get(0), operands.get(1)));
      return 1;
    }
    task.out("1,%dc1,%d%n".formatted(texts.get(0).size(), texts.get(1).size()));
    texts.get(0).forEach(line -> task.out("< " + line + "\n"));
    task.out("---\n");
    texts.get(1).forEach(line -> task.out("> " + line + "\n"));
    return 1;
  }
}
