package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.honeypods.ssh.Probes.Probe;
import io.honeypods.testkit.Tools;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Our sshd and the genuine one are told the same, and answer the same. */
class SshdDifferentialIT {
  /** A file system with the sshd of bookworm-backports, where there is one. */
  private static final Path ROOT10 =
      Path.of(System.getProperty("honeypods.sshd10", "/opt/openssh-10"));

  private static final int AT_ONCE = 6;

  /** Probes that differ, and why. */
  private static final Map<String, String> DIFFERENCES = Map.of();

  @Test
  void debian12() throws Exception {
    var probes = new ArrayList<>(Probes.all());
    probes.addAll(Probes.finiteField());
    compare(Path.of("/"), SshProfile.DEBIAN12, probes);
  }

  @Test
  void debian13() throws Exception {
    compare(ROOT10, SshProfile.DEBIAN13, Probes.all());
  }

  private static void compare(Path root, SshProfile profile, List<Probe> probes) throws Exception {
    requireSshd(root);
    var differences = new TreeMap<String, String>();
    try (RealSshd real = RealSshd.start(root);
        TestSsh ours = new TestSsh(profile, List.of())) {
      List<List<String>> expected = run(probes, real.address());
      List<List<String>> got = run(probes, ours.address());
      for (int i = 0; i < probes.size(); i++) {
        if (!expected.get(i).equals(got.get(i))) {
          differences.put(
              probes.get(i).name(), "\n   sshd  " + expected.get(i) + "\n   ours " + got.get(i));
        }
      }
    }
    System.err.println(
        probes.size() + " probes of " + profile + ", different: " + differences.size());
    assertThat(differences.keySet())
        .as(String.join("\n", differences.entrySet().stream().map(each -> "DIFF " + each).toList()))
        .containsExactlyInAnyOrderElementsOf(DIFFERENCES.keySet());
  }

  /** Skips loudly, and fails in CI. */
  private static void requireSshd(Path root) {
    if (!Files.isExecutable(root.resolve("usr/sbin/sshd"))) {
      String reason = "NO SSHD IN " + root + ": THIS IS NOT TESTED (.ci/run installs it)";
      if (Tools.isCi()) {
        fail(reason);
      }
      System.err.println(reason);
      abort(reason);
    }
  }

  private static List<List<String>> run(List<Probe> probes, InetSocketAddress address)
      throws Exception {
    var results = new ArrayList<List<String>>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var tasks = new ArrayList<Callable<List<String>>>();
      probes.forEach(probe -> tasks.add(() -> ask(probe, address)));
      for (Future<List<String>> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
    }
    return results;
  }

  private static List<String> ask(Probe probe, InetSocketAddress address) throws IOException {
    try (var ssh = new RawSsh(address)) {
      try {
        return List.copyOf(probe.script().run(ssh));
      } catch (IOException e) {
        return List.of(ssh.heard() + " " + e.getClass().getSimpleName());
      } catch (RuntimeException e) {
        return List.of(ssh.heard() + " " + e);
      }
    }
  }
}
