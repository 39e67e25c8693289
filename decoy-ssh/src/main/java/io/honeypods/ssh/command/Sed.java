package io.honeypods.ssh.command;

import io.honeypods.ssh.host.Fault;
import io.honeypods.ssh.host.Task;
import java.util.ArrayList;
import java.util.List;

/** {@code sed}. */
final class Sed {
  private static final String USAGE =
      """
      Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...

        -n, --quiet, --silent
                       suppress automatic printing of pattern space
            --debug
                       annotate program execution
        -e script, --expression=script
                       add the script to the commands to be executed
        -f script-file, --file=script-file
                       add the contents of script-file to the commands to be executed
        --follow-symlinks
                       follow symlinks when processing in place
        -i[SUFFIX], --in-place[=SUFFIX]
                       edit files in place (makes backup if SUFFIX supplied)
        -l N, --line-length=N
                       specify the desired line-wrap length for the `l' command
        --posix
                       disable all GNU extensions.
        -E, -r, --regexp-extended
                       use extended regular expressions in the script
                       (for portability use POSIX -E).
        -s, --separate
                       consider files as separate rather than as a single,
                       continuous long stream.
            --sandbox
                       operate in sandbox mode (disable e/r/w commands).
        -u, --unbuffered
                       load minimal amounts of data from the input files and flush
                       the output buffers more often
        -z, --null-data
                       separate lines by NUL characters
            --help     display this help and exit
            --version  output version information and exit

      If no -e, --expression, -f, or --file option is given, then the first
      non-option argument is taken as the sed script to interpret.  All
      remaining arguments are names of input files; if no input files are
      specified, then the standard input is read.

      GNU sed home page: <https://www.gnu.org/software/sed/>.
      General help using GNU software: <https://www.gnu.org/gethelp/>.
      """;

  private final Task task;
  private final Options options;
  private final char end;

  private Sed(Task task, Options options) {
    this.task = task;
    this.options = options;
    this.end = options.has('z') ? '\0' : '\n';
  }

  static int run(Task task) {
    Options options =
        Options.of(
            task,
            new Manners(1, "sed (GNU sed) 4.9", USAGE),
            "nrEi?se:f:l:zu",
            "quiet=n",
            "silent=n",
            "regexp-extended=E",
            "in-place=i",
            "expression=e",
            "file=f",
            "separate=s",
            "null-data=z",
            "unbuffered=u",
            "posix=u",
            "line-length=l");
    return new Sed(task, options).edit();
  }

  private int edit() {
    var operands = new ArrayList<>(options.operands());
    var expressions = new ArrayList<>(options.values('e'));
    for (String path : options.values('f')) {
      try {
        expressions.add(task.files().read(path).replaceFirst("\n$", ""));
      } catch (Fault fault) {
        return task.fail(1, "couldn't open file " + path + ": " + fault.text());
      }
    }
    if (expressions.isEmpty()) {
      if (operands.isEmpty()) {
        task.err(USAGE);
        return 1;
      }
      expressions.add(operands.removeFirst());
    }
    boolean extended = options.has('E') || options.has('r');
    List<SedCommand> script = new SedReader(task, extended, String.join("\n", expressions)).read();
    if (!options.has('i') && !options.has('s')) {
      return pass(script, operands.isEmpty() ? List.of("-") : operands);
    }
    int status = 0;
    for (String file : operands.isEmpty() ? List.of("-") : operands) {
      status =
          Math.max(status, options.has('i') ? inPlace(script, file) : pass(script, List.of(file)));
    }
    return status;
  }

  private int pass(List<SedCommand> script, List<String> files) {
    var lines = new SedLines(task, files, end);
    int status =
        new SedRun(task, script, options.has('n'), lines, new SedWriter(task, false, end, script))
            .run();
    return status == 0 ? lines.status() : status;
  }

  private int inPlace(List<SedCommand> script, String file) {
    if (file.equals("-") || task.files().isDirectory(file)) {
      return task.fail(4, "couldn't edit " + file + ": not a regular file");
    }
    var lines = new SedLines(task, List.of(file), end);
    var writer = new SedWriter(task, true, end, script);
    int status = new SedRun(task, script, options.has('n'), lines, writer).run();
    if (lines.status() != 0) {
      return lines.status();
    }
    String suffix = options.value('i', "");
    if (!suffix.isEmpty()) {
      String backup = suffix.contains("*") ? suffix.replace("*", file) : file + suffix;
      task.files().write(backup, task.files().read(file));
    }
    task.files().write(file, writer.kept());
    return status;
  }
}
