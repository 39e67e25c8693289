package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Direction;
import io.honeypods.decoy.event.Event.FileTransferred;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenSSH client's scp and sftp bring files and fetch them. */
class SshTransferIT {
  private static final int SIZE = 300_000;

  @TempDir private Path work;
  private TestSsh sshd;
  private Path file;
  private byte[] content;

  @BeforeEach
  void start() throws Exception {
    Tools.require("ssh", "ssh-keygen", "scp", "sftp");
    new ProcessBuilder(
            "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", work.resolve("key").toString())
        .start()
        .waitFor();
    Bytes blob = AuthorizedKey.parse(Files.readString(work.resolve("key.pub")));
    sshd = new TestSsh(SshProfile.DEBIAN13, List.of(new Account("ops", null, List.of(blob))));
    content = new byte[SIZE];
    new Random(7).nextBytes(content);
    file = Files.write(work.resolve("up"), content);
  }

  @AfterEach
  void stop() {
    sshd.close();
  }

  @Test
  void scpBringsAFileByBothProtocols() throws Exception {
    for (String protocol : List.of("-O", "-s")) {
      String said = scp(protocol, file.toString(), "ops@127.0.0.1:/tmp/x" + protocol);

      assertThat(said).isEmpty();
      assertThat(transfers(Direction.UPLOAD))
          .anySatisfy(
              transfer -> {
                assertThat(transfer.name().value()).isEqualTo("/tmp/x" + protocol);
                assertThat(transfer.content().length()).isEqualTo(SIZE);
                assertThat(transfer.content().sha256()).isEqualTo(Bytes.of(content).sha256());
              });
    }
  }

  @Test
  void scpFetchesAFileByBothProtocols() throws Exception {
    for (String protocol : List.of("-O", "-s")) {
      Path to = work.resolve("down" + protocol);

      assertThat(scp(protocol, "ops@127.0.0.1:/etc/debian_version", to.toString())).isEmpty();
      assertThat(to).hasContent("13.2\n");
    }
    assertThat(transfers(Direction.DOWNLOAD))
        .extracting(transfer -> transfer.name().value())
        .contains("/etc/debian_version");
  }

  @Test
  void sftpMovesAndLists() throws Exception {
    Path batch =
        Files.writeString(
            work.resolve("batch"),
            "put %s a\nmkdir d\nrename a d/b\nls d\nget d/b %s\nrm d/b\nrmdir d\n-get /etc/shadow\npwd\n"
                .formatted(file, work.resolve("back")));

    String said = ask("sftp", "-b", batch.toString(), "ops@127.0.0.1");

    assertThat(said)
        .contains("d/b")
        .contains("remote open \"/etc/shadow\": Permission denied")
        .contains("Remote working directory: /home/ops");
    assertThat(Bytes.of(Files.readAllBytes(work.resolve("back"))).sha256())
        .isEqualTo(Bytes.of(content).sha256());
  }

  private List<FileTransferred> transfers(Direction direction) {
    return sshd.seen().stream()
        .filter(FileTransferred.class::isInstance)
        .map(FileTransferred.class::cast)
        .filter(transfer -> transfer.direction() == direction)
        .toList();
  }

  private String scp(String protocol, String from, String to) throws Exception {
    return ask("scp", protocol, from, to);
  }

  private String ask(String program, String... operands) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                program,
                "-F",
                "none",
                "-i",
                work.resolve("key").toString(),
                "-oUserKnownHostsFile=/dev/null",
                "-oStrictHostKeyChecking=no",
                "-oLogLevel=ERROR",
                "-oBatchMode=yes",
                "-P",
                String.valueOf(sshd.address().getPort())));
    command.addAll(List.of(operands));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
