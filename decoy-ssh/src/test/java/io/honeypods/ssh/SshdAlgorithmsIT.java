package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenSSH client of this machine logs in and runs a command by every algorithm we offer. */
class SshdAlgorithmsIT {
  @TempDir private Path work;

  @Test
  void everyAlgorithmWorks() throws Exception {
    Tools.require("ssh", "ssh-keygen");
    Path key = work.resolve("key");
    new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
        .start()
        .waitFor();
    Bytes blob = AuthorizedKey.parse(Files.readString(work.resolve("key.pub")));
    List<String> known = ask("ssh", "-Q", "kex").lines().toList();
    for (SshProfile profile : SshProfile.values()) {
      try (var sshd = new TestSsh(profile, List.of(new Account("ops", null, List.of(blob))))) {
        for (String option : options(profile, known)) {
          assertThat(login(sshd, key, option))
              .as(profile + " " + option)
              .contains("no-such-command: command not found");
        }
      }
    }
  }

  private static List<String> options(SshProfile profile, List<String> known) {
    KexInit lists = profile.proposal(TestSsh.KEYS.algorithms());
    var options = new ArrayList<String>();
    lists.kex().stream()
        .filter(known::contains)
        .forEach(kex -> options.add("-oKexAlgorithms=" + kex));
    lists.hostKeys().forEach(key -> options.add("-oHostKeyAlgorithms=" + key));
    for (String cipher : lists.ciphersIn()) {
      options.add("-oCiphers=" + cipher);
      options.add("-oCiphers=" + cipher + " -oCompression=yes");
    }
    lists.macsIn().forEach(mac -> options.add("-oCiphers=aes256-ctr -oMACs=" + mac));
    return options;
  }

  private String login(TestSsh sshd, Path key, String options)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("ssh", "-F", "none", "-i", key.toString()));
    command.addAll(Arrays.asList(options.split(" ", -1)));
    command.addAll(
        List.of(
            "-oUserKnownHostsFile=/dev/null",
            "-oStrictHostKeyChecking=no",
            "-oBatchMode=yes",
            "-p",
            String.valueOf(sshd.address().getPort()),
            "ops@127.0.0.1",
            "no-such-command"));
    return ask(command.toArray(String[]::new));
  }

  private static String ask(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
