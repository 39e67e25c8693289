package io.honeypods.ssh.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs for one visit: tasks in turn, over files of their own, within limits. */
public final class Machine {
  private static final Logger LOG = LoggerFactory.getLogger(Machine.class);
  private static final int SEGMENTATION = 128 + 11;
  private static final int MAX_TASKS = 48;
  private static final int MAX_MEMORY = 4 << 20;
  private static final int MAX_NESTING = 24;

  private final Host host;
  private final Map<String, Program> programs;
  private final Reports reports;
  private final FileSystem fileSystem;
  private final List<Strand> strands = new ArrayList<>();
  private final Turns turns;
  private final Set<FileOutput> unwritten = new LinkedHashSet<>();
  private final Instant began;
  private @Nullable RuntimeException failure;

  Machine(Host host, Map<String, Program> programs, Reports reports, Changes changes) {
    this.host = host;
    this.programs = programs;
    this.reports = reports;
    this.fileSystem = new FileSystem(host.image(), changes, new ProcFiles(host, this));
    this.began = now();
    this.turns = new Turns(host, strands);
  }

  public Host host() {
    return host;
  }

  public Reports reports() {
    return reports;
  }

  public Instant now() {
    return host.clock().instant();
  }

  /** When the visit began. */
  public Instant began() {
    return began;
  }

  FileSystem fileSystem() {
    List<FileOutput> waiting = List.copyOf(unwritten);
    unwritten.clear(); // to flush one looks at the files again
    waiting.forEach(FileOutput::flush);
    return fileSystem;
  }

  void written(FileOutput file) {
    unwritten.add(file);
  }

  /** Bytes of files that the visit keeps in memory. */
  public long diskUsed() {
    return fileSystem.used();
  }

  public @Nullable Program program(String name) {
    return programs.get(name);
  }

  /** Every task, parents before children. */
  public List<Task> tasks() {
    return strands.stream()
        .filter(each -> !each.isOver())
        .flatMap(each -> each.tasks().stream())
        .toList();
  }

  /** The strand that a task of this pid belongs to. */
  public @Nullable Strand strandOf(int pid) {
    for (Strand strand : strands) {
      if (!strand.isOver() && strand.tasks().stream().anyMatch(task -> task.pid() == pid)) {
        return strand;
      }
    }
    return null;
  }

  /** Starts the first task of a channel. */
  public Strand begin(Program program, Start start) {
    return java.util.Objects.requireNonNull(spawn(null, program, start, MAX_TASKS + 10));
  }

  @Nullable Strand fork(Task parent, Program program, Start start) {
    return spawn(parent, program, start, MAX_TASKS);
  }

  private @Nullable Strand spawn(@Nullable Task parent, Program program, Start start, int most) {
    strands.removeIf(Strand::isOver);
    if (strands.size() >= most || !host.mayStart()) {
      return null;
    }
    var holder = new Strand[1];
    Strand strand = new Strand(this, () -> live(holder[0], program));
    holder[0] = strand;
    strand.tasks().add(new Task(this, strand, host.nextPid(), parent, start));
    strands.add(strand);
    return strand;
  }

  private void live(Strand strand, Program program) {
    Task first = strand.tasks().getFirst();
    try {
      strand.end(guarded(first, program));
    } catch (Killed e) {
      strand.end(e.status());
    } finally {
      first.arrivals().report(this);
      host.ended();
    }
  }

  /** What went wrong that is a fault of ours; null for nothing. */
  public @Nullable RuntimeException failure() {
    return failure;
  }

  private int guarded(Task task, Program program) {
    try {
      return program.run(task);
    } catch (Killed e) {
      throw e;
    } catch (Exit e) {
      return e.status();
    } catch (Fault e) {
      return task.fail(1, (e.errno() == Errno.NO_SPACE ? "write error: " : "") + e.text());
    } catch (RuntimeException e) {
      LOG.error("{} failed", task.name(), e);
      failure = e;
      return SEGMENTATION;
    } catch (StackOverflowError _) {
      return SEGMENTATION; // as deep as a real stack would go
    }
  }

  int call(Task parent, Program program, Start start) {
    Strand strand = parent.strand();
    if (strand.tasks().size() >= MAX_NESTING) {
      parent.err("-bash: fork: retry: Resource temporarily unavailable\n");
      return 254;
    }
    var task = new Task(this, strand, host.nextPid(), parent, start);
    strand.tasks().add(task);
    try {
      return guarded(task, program);
    } catch (Killed e) {
      if (e.target() == task.pid()) {
        strand.calm();
      } else if (e.isForAll()) {
        throw e;
      }
      return e.status();
    } finally {
      task.arrivals().report(this);
      strand.tasks().remove(task);
    }
  }

  /** Whether a file is a script whose interpreter is not there. */
  public boolean lacksInterpreter(Task task, String path) {
    return new Executable(path).lacksInterpreter(task);
  }

  /** The program that a file is. */
  public Program executable(String path) {
    return new Executable(path);
  }

  /** Finds a program and runs it; 127 where there is none, and the caller says so. */
  int execute(Task parent, Start start) {
    String name = start.arguments().getFirst();
    String path =
        parent.files().which(name, start.environment().getOrDefault("PATH", "/bin:/usr/bin"));
    if (path == null) {
      return name.contains("/") && parent.files().exists(name) ? 126 : 127;
    }
    return call(parent, new Executable(path), start);
  }

  /** The user of a name, or one that is not in the password file. */
  public User user(String name) {
    Inode file = fileSystem().at("/etc/passwd");
    for (User user : User.parse(file == null ? "" : file.data())) {
      if (user.name().equals(name)) {
        return user;
      }
    }
    return new User(name, 1999, 1999, "", "/", "/bin/bash");
  }

  /** Lets the tasks run for a slice; how long to wait before the next, null for ever. */
  public @Nullable Duration run() {
    boolean busy = turns.take();
    fileSystem();
    return turns.rest(busy);
  }

  /** Counts steps; true once the slice is over. */
  boolean spend(int count) {
    return turns.spend(count);
  }

  /** Ends a task that holds more than there is. */
  public void requireMemory(int size) {
    if (size > MAX_MEMORY) {
      throw new Killed(Killed.KILL);
    }
  }

  /** The key for an interrupt was pressed at a terminal. */
  public void interrupt(Terminal terminal) {
    for (Strand strand : strands) {
      boolean here = strand.tasks().stream().anyMatch(task -> task.terminal() == terminal);
      if (here && !strand.isBackground()) {
        strand.signal(Killed.INTERRUPT);
      }
    }
  }

  /** Ends everything. */
  public void close() {
    turns.end(MAX_TASKS);
  }
}
