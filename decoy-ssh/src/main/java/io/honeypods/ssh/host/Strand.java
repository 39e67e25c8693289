package io.honeypods.ssh.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Tasks of which one waits for the other: what runs in turn with other strands of a machine. */
public final class Strand {
  private static final int WORK_PER_STEP = 64;

  private final Machine machine;
  private final Coroutine coroutine;
  private final List<Task> tasks = new ArrayList<>();
  private @Nullable BooleanSupplier waitsFor;
  private @Nullable Instant until;
  private int pending;
  private int target;
  private boolean all;
  private int status;
  private boolean background;
  private int fine;

  Strand(Machine machine, Runnable body) {
    this.machine = machine;
    this.coroutine = new Coroutine(body);
  }

  /** The pid of the first task. */
  public int pid() {
    return tasks.isEmpty() ? 0 : tasks.getFirst().pid();
  }

  public boolean isOver() {
    return coroutine.isOver();
  }

  public int status() {
    return status;
  }

  void end(int with) {
    status = with;
  }

  public boolean isBackground() {
    return background;
  }

  /** Keeps the keys of the terminal from ending it. */
  public void detach() {
    background = true;
  }

  /** Ends at the next opportunity, by a signal. */
  public void signal(int number) {
    pending = pending == Killed.KILL ? pending : number;
  }

  /** Ends one of its tasks at the next opportunity, with those that it waits for. */
  public void signal(int number, int pid) {
    signal(number);
    target = tasks.stream().anyMatch(task -> task.pid() == pid) && pid() != pid ? pid : 0;
  }

  /** The signal has reached whom it was for. */
  void calm() {
    pending = 0;
    target = 0;
  }

  /** Ends all of its tasks at the next opportunity, by a signal. */
  public void signalAll(int number) {
    signal(number);
    all = true;
  }

  List<Task> tasks() {
    return tasks;
  }

  boolean isReady() {
    if (isOver()) {
      return false;
    }
    BooleanSupplier condition = waitsFor;
    Instant end = until;
    return pending != 0
        || condition == null
        || condition.getAsBoolean()
        || (end != null && !machine.now().isBefore(end));
  }

  /** When it would go on though nothing happens; null for never. */
  @Nullable Instant wakesAt() {
    return isOver() ? null : until;
  }

  void resume() {
    coroutine.resume();
  }

  void work(int amount) {
    fine += amount + WORK_PER_STEP;
    if (fine >= WORK_PER_STEP * 2) {
      int steps = fine / WORK_PER_STEP;
      fine %= WORK_PER_STEP;
      if (machine.spend(steps)) {
        pause(null, null);
      }
    }
    obey();
  }

  boolean await(BooleanSupplier condition, @Nullable Instant end) {
    obey();
    while (!condition.getAsBoolean()) {
      if (end != null && !machine.now().isBefore(end)) {
        return false;
      }
      pause(condition, end);
    }
    return true;
  }

  private void pause(@Nullable BooleanSupplier condition, @Nullable Instant end) {
    waitsFor = condition;
    until = end;
    coroutine.pause();
    waitsFor = null;
    until = null;
    obey();
  }

  private void obey() {
    if (target != 0 && tasks.stream().noneMatch(task -> task.pid() == target)) {
      calm(); // it has ended by itself meanwhile
    }
    if (pending != 0) {
      int signal = pending;
      pending = signal == Killed.KILL ? signal : 0;
      throw new Killed(
          signal,
          all || target != 0 || signal == Killed.INTERRUPT || signal == Killed.KILL,
          target);
    }
  }
}
