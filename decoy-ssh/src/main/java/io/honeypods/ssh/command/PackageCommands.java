package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Installed;
import io.honeypods.ssh.host.Task;
import java.time.Duration;
import java.util.List;

/** Programs that install packages. */
final class PackageCommands {
  private PackageCommands() {}

  static int apt(Task task) {
    List<String> words = task.operands().stream().filter(word -> !word.startsWith("-")).toList();
    String action = words.isEmpty() ? "" : words.getFirst();
    if (task.name().equals("apt")) {
      task.err(
          "\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n");
    }
    boolean locks =
        List.of(
                "install",
                "remove",
                "purge",
                "upgrade",
                "dist-upgrade",
                "autoremove",
                "full-upgrade")
            .contains(action);
    if (!task.user().isRoot() && (locks || action.equals("update"))) {
      task.err(
          locks
              ? "E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission"
                  + " denied)\n"
                  + "E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend),"
                  + " are you root?\n"
              : "Reading package lists... Done\n"
                  + "E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission"
                  + " denied)\n"
                  + "E: Unable to lock directory /var/lib/apt/lists/\n");
      return 100;
    }
    if (action.equals("update")) {
      return update(task);
    }
    if (action.equals("install")) {
      task.out("Reading package lists... Done\nBuilding dependency tree... Done\n");
      words
          .subList(1, words.size())
          .forEach(name -> task.err("E: Unable to locate package " + name + "\n"));
      return words.size() > 1 ? 100 : 0;
    }
    if (locks) {
      task.out(
          "Reading package lists... Done\n"
              + "Building dependency tree... Done\n"
              + "0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n");
      return 0;
    }
    return action.isEmpty() ? usage(task) : action.equals("list") ? list(task) : 0;
  }

  /** {@code apt-cache}, which knows what is installed and no lists. */
  static int cache(Task task) {
    List<String> words = task.operands().stream().filter(word -> !word.startsWith("-")).toList();
    String action = words.isEmpty() ? "" : words.getFirst();
    int status = 0;
    for (String name : words.subList(Math.min(1, words.size()), words.size())) {
      List<Installed> found = Dpkg.named(task, name);
      switch (action) {
        case "policy", "madison" -> found.forEach(each -> task.out(policy(each)));
        case "show", "showpkg", "depends" -> {
          found.forEach(
              each ->
                  task.out(
                      "Package: %s%nStatus: install ok installed%nArchitecture: %s%nVersion: %s%nDescription: %s%n%n"
                          .formatted(
                              each.plainName(),
                              each.architecture(),
                              each.version(),
                              each.description())));
          if (found.isEmpty()) {
            task.err("E: No packages found\n");
            status = 100;
          }
        }
        case "search" ->
            task.machine().host().packages().stream()
                .filter(each -> (each.name() + each.description()).contains(name))
                .forEach(each -> task.out(each.plainName() + " - " + each.description() + "\n"));
        default -> status = 100;
      }
    }
    return action.isEmpty() ? usage(task) : status;
  }

  private static String policy(Installed each) {
    return "%s:%n  Installed: %2$s%n  Candidate: %2$s%n  Version table:%n *** %2$s 100%n        100 /var/lib/dpkg/status%n"
        .formatted(each.plainName(), each.version());
  }

  private static int usage(Task task) {
    Dpkg.named(task, "apt")
        .forEach(
            apt -> task.out("apt " + apt.version() + " (amd64)\nUsage: apt [options] command\n"));
    return 0;
  }

  private static int list(Task task) {
    task.out("Listing... Done\n");
    for (Installed each : task.machine().host().packages()) {
      task.out(
          "%s/now %s %s [installed,local]%n"
              .formatted(each.plainName(), each.version(), each.architecture()));
    }
    return 0;
  }

  private static int update(Task task) {
    task.machine().reports().outbound(task.name(), "deb.debian.org", 80);
    String codename = task.machine().host().debian().codename();
    for (String suite : List.of(codename, codename + "-updates")) {
      task.sleep(Duration.ofSeconds(20));
      task.out("Ign:1 http://deb.debian.org/debian " + suite + " InRelease\n");
    }
    task.sleep(Duration.ofSeconds(10));
    task.out(
        "Err:1 http://deb.debian.org/debian "
            + codename
            + " InRelease\n"
            + "  Temporary failure resolving 'deb.debian.org'\n"
            + "Reading package lists... Done\n");
    task.err(
        "W: Failed to fetch http://deb.debian.org/debian/dists/"
            + codename
            + "/InRelease  Temporary failure resolving 'deb.debian.org'\n"
            + "W: Some index files failed to download. They have been ignored, or old ones used"
            + " instead.\n");
    return 0;
  }
}
