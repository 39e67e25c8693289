package io.honeypods.ssh.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One process: a program with its arguments, its user, its place and its streams. */
public final class Task {
  private final Machine machine;
  private final Strand strand;
  private final int pid;
  private final int parent;
  private final Instant started;
  private final Map<String, String> environment;
  private final TreeMap<Integer, Input> inputs;
  private final TreeMap<Integer, Output> outputs;
  private final @Nullable Terminal terminal;
  private List<String> arguments;
  private User user;
  private String directory;
  private final Arrivals arrivals = new Arrivals();
  private int mask = 022;

  Task(Machine machine, Strand strand, int pid, @Nullable Task parent, Start start) {
    this.machine = machine;
    this.strand = strand;
    this.pid = pid;
    this.parent = parent == null ? start.parent() : parent.pid;
    this.started = machine.now();
    this.environment = new LinkedHashMap<>(start.environment());
    this.inputs = new TreeMap<>(start.inputs());
    this.outputs = new TreeMap<>(start.outputs());
    this.terminal = start.terminal();
    this.arguments = List.copyOf(start.arguments());
    this.user = start.user();
    this.directory = start.directory();
    this.mask = parent == null ? mask : parent.mask;
  }

  /** The beginning of a child with the arguments given, all else as here. */
  public Start start(List<String> argv) {
    return new Start(argv, user, directory, environment, inputs, outputs, terminal, pid);
  }

  public Machine machine() {
    return machine;
  }

  Strand strand() {
    return strand;
  }

  public int pid() {
    return pid;
  }

  public int parent() {
    return parent;
  }

  public Instant started() {
    return started;
  }

  /** All arguments; the name it was called by is the first. */
  public List<String> arguments() {
    return arguments;
  }

  /** The arguments behind the name. */
  public List<String> operands() {
    return arguments.subList(Math.min(1, arguments.size()), arguments.size());
  }

  /** What errors begin with. */
  public String name() {
    return arguments.isEmpty() ? "" : Paths.name(arguments.getFirst());
  }

  public User user() {
    return user;
  }

  public void become(User other) {
    user = other;
  }

  public String directory() {
    return directory;
  }

  public void enter(String path) {
    directory = path;
  }

  public int mask() {
    return mask;
  }

  public void mask(int bits) {
    mask = bits & 0777;
  }

  public Map<String, String> environment() {
    return environment;
  }

  public @Nullable Terminal terminal() {
    return terminal;
  }

  public Map<Integer, Input> inputs() {
    return inputs;
  }

  public Map<Integer, Output> outputs() {
    return outputs;
  }

  /** The files as this task sees and may touch them. */
  public Files files() {
    return new Files(machine, this);
  }

  /** The users and groups of the machine. */
  public Accounts accounts() {
    return new Accounts(machine);
  }

  public Input input() {
    Input in = inputs.get(0);
    return in == null ? FixedInput.of("") : in;
  }

  public void out(String bytes) {
    write(1, bytes);
  }

  public void err(String bytes) {
    write(2, bytes);
  }

  /** An error as programs word it: {@code name: text}. */
  public int fail(int status, String text) {
    err(name() + ": " + text + "\n");
    return status;
  }

  private void write(int descriptor, String bytes) {
    Output out = outputs.get(descriptor);
    if (out != null && !bytes.isEmpty()) {
      out.write(this, bytes);
    }
  }

  /** What it writes of what the visitor sent. */
  public Arrivals arrivals() {
    return arrivals;
  }

  /** All that is still to be read. */
  public String readAll() {
    var all = new StringBuilder();
    for (String piece = input().read(this); piece != null; piece = input().read(this)) {
      all.append(piece);
      machine.requireMemory(all.length());
    }
    return all.toString();
  }

  /** The next line with its line end, if it has one; null at the end. */
  public @Nullable String readLine() {
    var line = new StringBuilder();
    for (String piece = input().readTo(this, '\n');
        piece != null;
        piece = input().readTo(this, '\n')) {
      line.append(piece);
      if (piece.endsWith("\n")) {
        return line.toString();
      }
      machine.requireMemory(line.length());
    }
    return line.isEmpty() ? null : line.toString();
  }

  /** Counts work that was done; lets others have their turn from time to time. */
  public void work(int amount) {
    strand.work(amount);
  }

  /** Waits until something is so. */
  public void await(BooleanSupplier condition) {
    strand.await(condition, null);
  }

  /** Waits until something is so, or for as long as given; whether it is so. */
  public boolean await(BooleanSupplier condition, Duration most) {
    return strand.await(condition, machine.now().plus(most));
  }

  public void sleep(Duration time) {
    strand.await(() -> false, machine.now().plus(time));
  }

  /** Runs a program as a child and waits for it; what it was ended by is told as a status. */
  public int call(Program program, Start start) {
    return machine.call(this, program, start);
  }

  /** Starts a program beside this task; null where no more tasks can be. */
  public @Nullable Strand fork(Program program, Start start) {
    return machine.fork(this, program, start);
  }

  /** Finds a program by its name as {@code execvp} does, and runs it. */
  public int execute(List<String> argv) {
    return machine.execute(this, start(argv));
  }

  /** Arguments as other programs see them from now on. */
  public void rename(List<String> argv) {
    arguments = List.copyOf(new ArrayList<>(argv));
  }
}
