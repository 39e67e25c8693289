package io.honeypods.ssh.host;

import java.util.concurrent.Semaphore;

/**
 * A computation that is run in slices by whoever calls {@link #resume}: a virtual thread that is
 * parked whenever nobody waits for it, so that never two of one machine run at once.
 */
final class Coroutine {
  private final Semaphore mayRun = new Semaphore(0);
  private final Semaphore hasPaused = new Semaphore(0);
  private final Runnable body;
  private boolean started;
  private boolean over;

  Coroutine(Runnable body) {
    this.body = body;
  }

  boolean isOver() {
    return over;
  }

  /** Runs it until it pauses or is over. */
  void resume() {
    if (over) {
      return;
    }
    if (started) {
      mayRun.release();
    } else {
      started = true;
      Thread.ofVirtual().start(this::run);
    }
    hasPaused.acquireUninterruptibly();
  }

  /** Called from within: goes back to who resumed it. */
  void pause() {
    hasPaused.release();
    mayRun.acquireUninterruptibly();
  }

  private void run() {
    try {
      body.run();
    } finally {
      over = true;
      hasPaused.release();
    }
  }
}
