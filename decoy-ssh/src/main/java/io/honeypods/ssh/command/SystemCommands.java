package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Memory;
import io.honeypods.ssh.host.Task;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Programs that ask the system for one thing, or want to change one that a pod may not. */
final class SystemCommands {
  private static final Map<String, String> CONFIGURATION =
      Map.ofEntries(
          Map.entry("_NPROCESSORS_ONLN", "2"),
          Map.entry("_NPROCESSORS_CONF", "2"),
          Map.entry("LONG_BIT", "64"),
          Map.entry("PAGESIZE", "4096"),
          Map.entry("PAGE_SIZE", "4096"),
          Map.entry("CLK_TCK", "100"),
          Map.entry("ARG_MAX", "2097152"),
          Map.entry("OPEN_MAX", "1048576"),
          Map.entry("PATH", "/bin:/usr/bin"),
          Map.entry("NAME_MAX", "255"),
          Map.entry("PATH_MAX", "4096"));

  private SystemCommands() {}

  static int getconf(Task task) {
    List<String> words = task.operands();
    if (words.isEmpty()) {
      task.err("Usage: getconf [-v specification] variable_name [pathname]\n");
      return 2;
    }
    String name = words.getFirst();
    String known =
        name.equals("GNU_LIBC_VERSION")
            ? "glibc " + (task.machine().host().debian().major().equals("12") ? "2.36" : "2.41")
            : CONFIGURATION.get(name);
    if (known == null) {
      return task.fail(2, "Unrecognized variable `" + name + "'");
    }
    task.out(known + "\n");
    return 0;
  }

  private static Map<String, String> parameters(Task task) {
    var all = new TreeMap<String, String>();
    all.put("fs.file-max", "9223372036854775807");
    all.put("kernel.hostname", task.machine().host().name());
    all.put("kernel.osrelease", task.machine().host().debian().kernel());
    all.put("kernel.ostype", "Linux");
    all.put("kernel.pid_max", "32768");
    all.put("kernel.randomize_va_space", "2");
    all.put("net.core.somaxconn", "4096");
    all.put("net.ipv4.ip_forward", "1");
    all.put("net.ipv4.ip_local_port_range", "32768\t60999");
    all.put("net.ipv4.tcp_syncookies", "1");
    all.put("vm.nr_hugepages", "0");
    all.put("vm.overcommit_memory", "1");
    all.put("vm.swappiness", "60");
    return all;
  }

  static int sysctl(Task task) {
    Options options =
        Options.of(task, 1, "anNqwepPefr:A", "all=a", "values=n", "write=w", "load=p");
    Map<String, String> known = parameters(task);
    int status = 0;
    if (options.has('a') || options.has('A')) {
      known.forEach((name, value) -> task.out(name + " = " + value + "\n"));
      return 0;
    }
    if (options.operands().isEmpty() && !options.has('p')) {
      throw options.manners().hint(task);
    }
    for (String operand : options.has('p') ? List.<String>of() : options.operands()) {
      int equals = operand.indexOf('=');
      String name = (equals < 0 ? operand : operand.substring(0, equals)).strip().replace('/', '.');
      String value = known.get(name);
      if (value == null) {
        status = 1;
        task.err(
            "sysctl: cannot stat /proc/sys/%s: No such file or directory%n"
                .formatted(name.replace('.', '/')));
      } else if (equals >= 0) {
        status = 1;
        task.err(
            task.user().isRoot()
                ? "sysctl: setting key \"%s\": Read-only file system%n".formatted(name)
                : "sysctl: permission denied on key \"%s\"%n".formatted(name));
      } else {
        task.out(options.has('n') ? value + "\n" : name + " = " + value + "\n");
      }
    }
    return status;
  }

  static int hostid(Task task) {
    String[] parts = task.machine().host().address().split("\\.", -1);
    var id = new StringBuilder();
    for (int place : new int[] {1, 0, 3, 2}) {
      id.append("%02x".formatted(place < parts.length ? Remote.number(parts[place], 0) : 0));
    }
    task.out(id + "\n");
    return 0;
  }

  static int mountpoint(Task task) {
    Options options = Options.of(task, 1, "qdx", "quiet=q");
    String path = options.operands().isEmpty() ? "" : options.operands().getFirst();
    try {
      String real = task.files().real(path);
      boolean is =
          List.of("/", "/proc", "/dev", "/sys", "/dev/shm", "/dev/pts", "/etc/hosts")
              .contains(real);
      task.out(
          options.has('q') ? "" : path + (is ? " is a mountpoint\n" : " is not a mountpoint\n"));
      return is ? 0 : 32;
    } catch (Fault fault) {
      return task.fail(1, path + ": " + fault.text());
    }
  }

  static int vmstat(Task task) {
    Memory memory = Memory.of(task.machine().now());
    task.out(
        "procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----\n"
            + " r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st\n"
            + " 1  0      0 %6d %6d %6d    0    0     4    12   58   91  1  0 99  0  0%n"
                .formatted(memory.free(), memory.total() / 60, memory.total() / 5));
    return 0;
  }

  /** What only the node may do. */
  static int forbidden(Task task) {
    List<String> words = task.operands().stream().filter(word -> !word.startsWith("-")).toList();
    if (words.isEmpty()) {
      return 0;
    }
    String what = words.getFirst();
    return task.fail(
        task.name().startsWith("swap") ? 255 : 1,
        task.files().exists(what)
            ? what + ": Operation not permitted"
            : "cannot open " + what + ": No such file or directory");
  }

  /** Programs that say nothing when they have done what they were asked. */
  static int silent(Task task) {
    if (task.operands().isEmpty()) {
      return task.fail(1, "missing operand");
    }
    return 0;
  }

  static int ldd(Task task) {
    if (task.operands().isEmpty()) {
      task.err("ldd: missing file arguments\nTry `ldd --help' for more information.\n");
      return 1;
    }
    for (String path : task.operands()) {
      if (!task.files().exists(path)) {
        return task.fail(1, path + ": No such file or directory");
      }
      boolean binary = task.files().read(path).startsWith("\u007fELF");
      task.out(
          binary
              ? "\tlinux-vdso.so.1 (0x00007ffd3a5f2000)\n"
                  + "\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2c1a0d4000)\n"
                  + "\t/lib64/ld-linux-x86-64.so.2 (0x00007f2c1a2e9000)\n"
              : "\tnot a dynamic executable\n");
      if (!binary) {
        return 1;
      }
    }
    return 0;
  }

  static int updateRc(Task task) {
    if (task.operands().size() < 2) {
      task.err("update-rc.d: error: not enough arguments\n");
      return 1;
    }
    String name =
        task.operands().stream().filter(word -> !word.startsWith("-")).findFirst().orElse("");
    return task.files().exists("/etc/init.d/" + name) || task.operands().contains("remove")
        ? 0
        : task.fail(1, "error: unable to read /etc/init.d/" + name);
  }
}
