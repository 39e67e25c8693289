package io.honeypods.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.ssh.host.Pipe;
import io.honeypods.ssh.host.Strand;
import io.honeypods.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is meant to use up a host ends, holds its thread for moments only, and leaves little. */
class ShellAbuseTest {
  private static final Duration LONGEST_SLICE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final long MOST_HELD = 96L << 20;
  private static final int MOST_ROUNDS = 400_000;

  static Stream<String> abuses() {
    return Stream.of(
        ":(){ :|:& };:",
        "f() { f | f & }; f; sleep 1000",
        "yes | cat > /dev/null",
        "cat /dev/zero | tr '\\0' x | cat > /dev/null",
        "f() { f; }; f",
        "f() { $(f); }; f",
        "f() { ( f ); }; f",
        "eval 'e() { eval e; }; e'",
        "alias a='b a' b='a b'; a; . /dev/stdin <<< '. /dev/stdin'",
        "echo {1..1000000000}",
        "echo {1..9999}{1..9999}",
        "echo {a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}",
        "while :; do :; done",
        "until false; do x=$((x+1)); done",
        "for ((i=0;i<1000000000;i++)); do :; done",
        "seq 1000000000 > /dev/null",
        "awk 'BEGIN { for (i = 0; i < 1000000000; i++) n += i; print n }'",
        "awk 'BEGIN { while (1) s = s \"xxxxxxxxxxxxxxxx\" }'",
        "awk 'BEGIN { for (;;) a[i++] = \"some text\" }'",
        "awk 'function f() { return f() } BEGIN { f() }'",
        "echo x | sed ':a;s/x/xx/;ba'",
        "echo x | sed ':a;b a'",
        "yes x | sed ':a;N;ba'",
        "x=x; while :; do x=$x$x; done",
        "while :; do a+=(some text); done",
        "x=$(cat /dev/zero)",
        "x=$(yes)",
        "read x < /dev/zero",
        "sort /dev/zero",
        "yes | sort | head -1",
        "yes '' | tr -d '\\n' | wc -c",
        "dd if=/dev/zero of=/tmp/z bs=1M count=100000",
        "cat /dev/zero > /tmp/z",
        "for i in {1..20000}; do : > /tmp/f$i; done",
        "mkdir -p /tmp/d; while :; do mkdir d && cd d || exit 1; done",
        "while :; do tar cf /tmp/t.tar /usr/bin /tmp && cp /tmp/t.tar /tmp/t$((n++)); done",
        "head -c 4000000 /dev/zero | gzip > /tmp/b.gz; while :; do cat /tmp/b.gz >> /tmp/c.gz ||"
            + " exit; zcat /tmp/c.gz | wc -c; done",
        "find / -exec find / \\; > /dev/null",
        "ls -R / / / / / / / / > /dev/null; while :; do ls -lR / > /dev/null; done",
        "printf '%1000000s%1000000s%1000000s' a b c | wc -c; while :; do printf '%9999s' x; done >"
            + " /dev/null",
        "python3 -c 'while True: pass'; sleep 1000000",
        "expr 9 \\* 9; x=9; while :; do x=$(expr $x \\* $x) || exit; done",
        "echo " + "$((".repeat(200) + "1" + "))".repeat(200),
        "echo $((" + "(".repeat(5000) + "1" + ")".repeat(5000) + "))",
        "echo $((" + "-".repeat(20000) + "1))",
        "[[ " + "! ".repeat(5000) + "a ]]",
        "test " + "! ".repeat(5000) + "a",
        "(".repeat(5000) + ")".repeat(5000),
        "if ".repeat(2000),
        "echo " + "`".repeat(4000),
        "${x:-".repeat(2000) + "}".repeat(2000),
        "cat <<E\n" + "$(cat <<E\n".repeat(200) + "\nE\n)".repeat(200) + "\nE",
        "cat <<E > /dev/null\n" + "line of text\n".repeat(60_000) + "E",
        IntStreamText.documents(400));
  }

  /** Texts that are long because they repeat something with a number in it. */
  static final class IntStreamText {
    private IntStreamText() {}

    static String documents(int count) {
      var text = new StringBuilder("cat");
      for (int i = 0; i < count; i++) {
        text.append(" <<E").append(i);
      }
      for (int i = 0; i < count; i++) {
        text.append("\nsome text\nE").append(i);
      }
      return text.toString();
    }
  }

  static Stream<String> expressions() {
    String many = "a".repeat(10_000);
    String nested = "(".repeat(400) + "a" + ")*".repeat(400);
    String optional = "a?".repeat(500) + "a".repeat(500);
    return Stream.of(
        "echo " + many + " | grep -E '(a+)+$b'",
        "echo " + many + " | grep -E '(a|aa)+c'",
        "echo " + many + " | grep -E '(.*)*(.*)*(.*)*x'",
        "echo " + many + " | grep -E '" + nested + "'",
        "echo " + many + " | grep -cE '" + optional + "'",
        "echo " + many + " | grep -E 'a{1000}{1000}'",
        "echo " + many + " | grep -oE 'a*?b|a'  | wc -l",
        "echo " + many + " | grep -P '(a+)+$b'",
        "echo " + many + " | sed -E 's/(a+)+b/x/'",
        "echo " + many + " | sed 's/a*a*a*a*a*a*b/x/g' | wc -c",
        "echo " + many + " | awk '/(a+)+b/'",
        "echo " + many + " | awk '{ gsub(/(a*)*b/, \"x\"); print length }'",
        "expr " + many + " : '\\(a*\\)*b'",
        "[[ " + many + " =~ (a+)+b ]]",
        "x=" + many + "; echo ${x//a*a*a*a*b/x} | wc -c",
        "x=" + many + "; echo ${x%%*a*a*a*b*} | wc -c",
        "x=" + many + "; case $x in *a*a*a*a*a*a*a*b) echo y;; esac",
        "cd /usr/bin; echo *a*a*a*e*e*e*x*x*x*; find / -name '*a*a*a*a*a*b*c' | wc -l",
        "find / -regex '\\(.*\\)*x' | wc -l");
  }

  /** What running a command took. */
  record Took(boolean over, Duration longest, Duration all, long held, String said) {}

  private static Took take(String command) {
    var clock = new ManualClock();
    SshServer server = TestSsh.server(SshProfile.DEBIAN13, List.of(), clock, "10:30:100", true);
    var visit = new Visit(server, "deploy", TestSsh.CLIENT);
    var in = new Pipe();
    var out = new Pipe();
    var err = new Pipe();
    in.end();
    long before = used();
    Strand strand = new Login(visit).start("exec", command, in, out, err, null);
    long longest = 0;
    long began = System.nanoTime();
    var said = new StringBuilder();
    for (int i = 0; i < MOST_ROUNDS && !strand.isOver(); i++) {
      long start = System.nanoTime();
      Duration wait = visit.machine().run();
      longest = Math.max(longest, System.nanoTime() - start);
      out.take(Integer.MAX_VALUE);
      String piece = err.take(Integer.MAX_VALUE);
      said.append(piece == null || said.length() > 1 << 16 ? "" : piece);
      clock.advance(wait == null ? Duration.ofSeconds(1) : wait);
    }
    Duration all = Duration.ofNanos(System.nanoTime() - began);
    var took =
        new Took(strand.isOver(), Duration.ofNanos(longest), all, used() - before, said.toString());
    visit.end();
    return took;
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void isBounded(String command) {
    Took took = take(command);
    assertThat(took.over()).as("ends").isTrue();
    assertThat(took.longest()).as("holds its thread").isLessThan(LONGEST_SLICE);
    assertThat(took.all()).as("works").isLessThan(LONGEST);
    assertThat(took.held()).as("keeps").isLessThan(MOST_HELD);
  }

  @ParameterizedTest
  @MethodSource("abuses")
  void areBounded(String command) {
    isBounded(command);
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void costWhatTheTextIsLong(String command) {
    isBounded(command);
  }

  @Test
  void tellsOfLimitsAsAHostDoes() {
    assertThat(take(":(){ :|:& };:").said())
        .contains("fork: retry: Resource temporarily unavailable");
    assertThat(take("cat /dev/zero > /tmp/z").said()).contains("No space left on device");
  }
}
