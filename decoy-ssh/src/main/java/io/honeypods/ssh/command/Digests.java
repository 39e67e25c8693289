package io.honeypods.ssh.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** {@code md5sum} and its like: digests of files, told or compared with a list. */
final class Digests {
  private static final Pattern LINE =
      Pattern.compile("\\\\?([0-9a-fA-F]{8,128}) [ *](.+)|[A-Z0-9-]+ \\((.+)\\) = ([0-9a-f]+)");

  private final Task task;
  private final Options options;
  private final String algorithm;
  private int mismatched;
  private int unreadable;

  private Digests(Task task, Options options, String algorithm) {
    this.task = task;
    this.options = options;
    this.algorithm = algorithm;
  }

  static int run(Task task, String algorithm) {
    Options options =
        Options.of(
            task,
            1,
            "bctwzQSIT",
            "binary=b",
            "check=c",
            "tag=T",
            "text=t",
            "quiet=Q",
            "status=S",
            "ignore-missing=I",
            "warn=w",
            "zero=z");
    var digests = new Digests(task, options, algorithm);
    return options.has('c') ? digests.check() : digests.tell();
  }

  private int tell() {
    return Lines.each(
        task,
        options.operands(),
        (name, input) -> {
          String digest = hex(Lines.all(task, input));
          String tag = algorithm.replace("-", "").replace("BLAKE2B", "BLAKE2b");
          task.out(
              options.has('T')
                  ? tag + " (" + name + ") = " + digest + "\n"
                  : digest + (options.has('b') ? " *" : "  ") + name + "\n");
        });
  }

  private String hex(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    try {
      return HexFormat.of()
          .formatHex(
              algorithm.equals("BLAKE2B")
                  ? blake(bytes)
                  : MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }

  private static byte[] blake(byte[] bytes) {
    var digest = new Blake2bDigest(512);
    digest.update(bytes, 0, bytes.length);
    var out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  private int check() {
    int[] found = {0};
    int status =
        Lines.each(
            task,
            options.operands(),
            (name, input) -> {
              int before = found[0];
              Lines.of(task, input, line -> found[0] += compare(line));
              if (found[0] == before) {
                String shown = name.equals("-") ? "'standard input'" : name;
                task.fail(1, shown + ": no properly formatted checksum lines found");
              }
            });
    if (!options.has('S')) {
      warn(unreadable, "listed file could not be read", "listed files could not be read");
      warn(mismatched, "computed checksum did NOT match", "computed checksums did NOT match");
    }
    return status != 0 || found[0] == 0 || mismatched + unreadable > 0 ? 1 : 0;
  }

  private void warn(int count, String one, String many) {
    if (count > 0) {
      task.fail(1, "WARNING: " + count + " " + (count == 1 ? one : many));
    }
  }

  /** Compares a file with its line in a list; 0 where the line is none. */
  private int compare(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return 0;
    }
    boolean plain = matcher.group(1) != null;
    String name = plain ? matcher.group(2) : matcher.group(3);
    String expected = (plain ? matcher.group(1) : matcher.group(4)).toLowerCase(Locale.ROOT);
    try {
      String text = name.equals("-") ? task.readAll() : task.files().read(name);
      boolean same = hex(text).equals(expected);
      mismatched += same ? 0 : 1;
      verdict(name, same ? "OK" : "FAILED", same);
    } catch (Fault fault) {
      if (!options.has('I')) {
        unreadable++;
        task.fail(1, name + ": " + fault.text());
        verdict(name, "FAILED open or read", false);
      }
    }
    return 1;
  }

  private void verdict(String name, String text, boolean good) {
    boolean silent = options.has('S') || (good && options.has('Q'));
    task.out(silent ? "" : name + ": " + text + "\n");
  }
}
