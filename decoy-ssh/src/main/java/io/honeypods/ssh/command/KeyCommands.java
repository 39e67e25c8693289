package io.honeypods.ssh.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Programs of the SSH client that handle keys. */
final class KeyCommands {
  private static final int ART_WIDTH = 17;
  private static final int ART_HEIGHT = 9;
  private static final String ART = " .o+=*BOX@%&#/^SE";
  private static final int LINE = 70;

  private KeyCommands() {}

  static int keygen(Task task) {
    Options options =
        Options.of(task, 1, "t:b:f:N:C:qlyP:pRF:HBE:Aa:m:Vi:e:s:I:n:D:kO:xXZ:cMTKLuUvw:r:hY:");
    if (options.has('l') || options.has('y')) {
      return show(task, options);
    }
    if (options.has('A')) {
      return task.user().isRoot() ? 0 : task.fail(1, "Permission denied");
    }
    String type = options.value('t', "rsa");
    if (!List.of("rsa", "ed25519", "ecdsa", "dsa").contains(type)) {
      task.err("unknown key type " + type + "\n");
      return 255;
    }
    String usual = task.user().home() + "/.ssh/id_" + type;
    boolean quiet = options.has('q');
    task.out(quiet ? "" : "Generating public/private " + type + " key pair.\n");
    String path = options.value('f', "");
    if (path.isEmpty()) {
      task.out("Enter file in which to save the key (" + usual + "): ");
      String line = task.readLine();
      path = line == null || line.isBlank() ? usual : line.strip();
    }
    if (task.files().exists(path)) {
      task.out(path + " already exists.\nOverwrite (y/n)? ");
      String line = task.readLine();
      if (line == null || !line.startsWith("y")) {
        return 1;
      }
    }
    if (!options.has('N')
        && (ask(task, "Enter passphrase (empty for no passphrase): ") == null
            || ask(task, "Enter same passphrase again: ") == null)) {
      return 1;
    }
    return write(task, options, type, path, quiet);
  }

  private static @org.jspecify.annotations.Nullable String ask(Task task, String prompt) {
    return Secrets.ask(task, prompt);
  }

  private static int write(Task task, Options options, String type, String path, boolean quiet) {
    String host = task.machine().host().name();
    String comment = options.value('C', task.user().name() + "@" + host);
    var random = new Random(task.machine().now().toEpochMilli() * 31 + task.pid());
    String prefix =
        switch (type) {
          case "ed25519" -> "AAAAC3NzaC1lZDI1NTE5AAAAI";
          case "ecdsa" -> "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBB";
          default -> "AAAAB3NzaC1yc2EAAAADAQABAAABgQ";
        };
    int length = type.equals("rsa") ? 514 : type.equals("ecdsa") ? 87 : 43;
    String name = type.equals("ecdsa") ? "ecdsa-sha2-nistp256" : "ssh-" + type;
    String padding = type.equals("rsa") ? "0=" : type.equals("ecdsa") ? "=" : "";
    String blob = prefix + letters(random, length) + padding;
    String open = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAA";
    String body = open + letters(random, type.equals("rsa") ? 2480 : 345) + "=";
    var secret = new StringBuilder("-----BEGIN OPENSSH PRIVATE KEY-----\n");
    for (int i = 0; i < body.length(); i += LINE) {
      secret.append(body, i, Math.min(body.length(), i + LINE)).append('\n');
    }
    try {
      task.files().write(path, secret.append("-----END OPENSSH PRIVATE KEY-----\n").toString());
      task.files().change(path, inode -> inode.withMode(0600));
      task.files().write(path + ".pub", name + " " + blob + " " + comment + "\n");
    } catch (Fault fault) {
      task.out("Saving key \"" + path + "\" failed: " + fault.text() + "\n");
      return 1;
    }
    if (!quiet) {
      String bits = type.equals("rsa") ? options.value('b', "3072") : "256";
      task.out(
          "Your identification has been saved in %1$s%nYour public key has been saved in %1$s.pub%nThe key fingerprint is:%n%2$s %3$s%nThe key's randomart image is:%n"
              .formatted(path, fingerprint(blob), comment));
      task.out(art(random, "[" + type.toUpperCase(java.util.Locale.ROOT) + " " + bits + "]"));
    }
    return 0;
  }

  private static String letters(Random random, int count) {
    String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(all.charAt(random.nextInt(all.length())));
    }
    return text.toString();
  }

  private static String fingerprint(String blob) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(blob.getBytes(ISO_8859_1));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    } catch (IllegalArgumentException _) {
      return "SHA256:" + blob; // no key that could be read
    }
  }

  /** The walk of a bishop over a board, as far as chance leads it. */
  private static String art(Random random, String title) {
    int[][] board = new int[ART_HEIGHT][ART_WIDTH];
    int x = ART_WIDTH / 2;
    int y = ART_HEIGHT / 2;
    for (int i = 0; i < 128; i++) {
      x = Math.clamp(x + (random.nextBoolean() ? 1 : -1), 0, ART_WIDTH - 1);
      y = Math.clamp(y + (random.nextBoolean() ? 1 : -1), 0, ART_HEIGHT - 1);
      board[y][x] = Math.min(board[y][x] + 1, ART.length() - 3);
    }
    board[ART_HEIGHT / 2][ART_WIDTH / 2] = ART.length() - 2;
    board[y][x] = ART.length() - 1;
    var text = new StringBuilder(frame(title));
    for (int[] row : board) {
      text.append('|');
      for (int cell : row) {
        text.append(ART.charAt(cell));
      }
      text.append("|\n");
    }
    return text.append(frame("[SHA256]")).toString();
  }

  private static String frame(String title) {
    int left = (ART_WIDTH - title.length()) / 2;
    int right = ART_WIDTH - title.length() - left;
    return "+" + "-".repeat(left) + title + "-".repeat(right) + "+\n";
  }

  private static int show(Task task, Options options) {
    String path = options.value('f', task.user().home() + "/.ssh/id_rsa");
    String file =
        !path.endsWith(".pub") && task.files().exists(path + ".pub") ? path + ".pub" : path;
    try {
      for (String line : task.files().read(file).split("\n", -1)) {
        String[] parts = line.split(" ", 3);
        if (parts.length >= 2) {
          String bits = parts[0].equals("ssh-rsa") ? "3072" : "256";
          String type = parts[0].replaceFirst("^ssh-", "").replaceFirst("^ecdsa.*", "ecdsa");
          String comment = parts.length > 2 ? parts[2] : "no comment";
          task.out(
              options.has('y')
                  ? line + "\n"
                  : "%s %s %s (%s)%n"
                      .formatted(
                          bits,
                          fingerprint(parts[1]),
                          comment,
                          type.toUpperCase(java.util.Locale.ROOT)));
        }
      }
      return 0;
    } catch (Fault fault) {
      return task.fail(255, path + ": " + fault.text());
    }
  }

  static int keyscan(Task task) {
    List<String> hosts = ProbeCommands.plain(task, "fpTtO");
    for (String host : hosts) {
      new Remote(host, Remote.number(ProbeCommands.value(task, "-p", "22"), 22))
          .reach(task, java.time.Duration.ofSeconds(5));
    }
    return hosts.isEmpty() ? 1 : 0;
  }

  static int add(Task task) {
    task.err("Could not open a connection to your authentication agent.\n");
    return 2;
  }

  static int agent(Task task) {
    List<String> words = task.operands();
    if (words.contains("-k")) {
      task.err("SSH_AGENT_PID not set, cannot kill agent\n");
      return 1;
    }
    String socket =
        "/tmp/ssh-%s/agent.%d".formatted(letters(new Random(task.pid()), 12), task.pid());
    int pid = task.pid() + 1;
    task.out(
        words.contains("-c")
            ? "setenv SSH_AUTH_SOCK %s;%nsetenv SSH_AGENT_PID %d;%necho Agent pid %d;%n"
                .formatted(socket, pid, pid)
            : ("SSH_AUTH_SOCK=%s; export SSH_AUTH_SOCK;%n"
                    + "SSH_AGENT_PID=%d; export SSH_AGENT_PID;%necho Agent pid %d;%n")
                .formatted(socket, pid, pid));
    return 0;
  }
}
