package io.honeypods.ssh;

import io.honeypods.ssh.host.Input;
import io.honeypods.ssh.host.Output;
import io.honeypods.ssh.host.Pipe;
import io.honeypods.ssh.host.Program;
import io.honeypods.ssh.host.Start;
import io.honeypods.ssh.host.Strand;
import io.honeypods.ssh.host.Terminal;
import io.honeypods.ssh.host.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What sshd starts for a session, and what it gives it. */
final class Login {
  private static final int MAX_VARIABLES = 64;
  private static final int MAX_VALUE = 1024;

  private final Visit visit;
  private final Map<String, String> asked = new LinkedHashMap<>();

  Login(Visit visit) {
    this.visit = visit;
  }

  /** A variable that the client sends; false where sshd takes no such. */
  boolean environment(String name, String value) {
    boolean taken = name.equals("LANG") || name.startsWith("LC_") || name.equals("TERM");
    if (taken && asked.size() < MAX_VARIABLES && value.length() < MAX_VALUE) {
      asked.put(name, value);
    }
    return taken;
  }

  Strand start(
      String type, String command, Pipe in, Pipe out, Pipe err, @Nullable Terminal terminal) {
    List<String> argv =
        switch (type) {
          case "exec" -> List.of("bash", "-c", command);
          case "subsystem" -> List.of("/usr/lib/openssh/sftp-server");
          default -> List.of("-bash");
        };
    String name = type.equals("subsystem") ? "sftp-server" : "bash";
    Program program =
        task -> {
          Program found = task.machine().program(name);
          return found == null ? 127 : found.run(task);
        };
    var inputs = new TreeMap<Integer, Input>(Map.of(0, terminal == null ? in : terminal));
    Output errors = terminal == null ? err : terminal;
    var outputs =
        new TreeMap<Integer, Output>(Map.of(1, terminal == null ? out : terminal, 2, errors));
    return visit
        .machine()
        .begin(
            program,
            new Start(
                argv,
                visit.user(),
                directory(),
                environment(terminal),
                inputs,
                outputs,
                terminal,
                1));
  }

  private String directory() {
    return visit.user().home();
  }

  private Map<String, String> environment(@Nullable Terminal terminal) {
    User user = visit.user();
    var environment = new LinkedHashMap<String, String>();
    environment.put("USER", user.name());
    environment.put("LOGNAME", user.name());
    environment.put("HOME", user.home());
    environment.put(
        "PATH",
        user.isRoot()
            ? "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
            : "/usr/local/bin:/usr/bin:/bin:/usr/games");
    environment.put("SHELL", user.shell());
    environment.put("PWD", user.home());
    environment.put("KUBERNETES_SERVICE_HOST", "10.96.0.1");
    environment.put("KUBERNETES_SERVICE_PORT", "443");
    environment.put("KUBERNETES_PORT", "tcp://10.96.0.1:443");
    environment.put("MYSQL_SERVICE_HOST", "10.96.41.7");
    environment.put("MYSQL_SERVICE_PORT", "3306");
    asked.forEach(environment::put);
    environment.put("SSH_CLIENT", visit.client().brief());
    environment.put("SSH_CONNECTION", visit.client().whole());
    if (terminal != null) {
      environment.put("SSH_TTY", "/dev/" + terminal.name());
    }
    return environment;
  }
}
