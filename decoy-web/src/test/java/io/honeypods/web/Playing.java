package io.honeypods.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Plays many cases against a server at once. */
final class Playing {
  private static final long LIMIT_SECONDS = 120;

  private final Semaphore places;
  private final Pace pace;
  private final InetSocketAddress server;

  private record Running(String name, Future<Answer> answer) {}

  private Playing(InetSocketAddress server, Pace pace) {
    this.places = new Semaphore(pace.atOnce());
    this.pace = pace;
    this.server = server;
  }

  /** The normalised answers by the names of the cases. */
  static Map<String, Answer> all(List<NginxCase> cases, Served served, Pace pace)
      throws ExecutionException, InterruptedException, TimeoutException {
    var playing = new Playing(served.address(), pace);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        var slowestFirst = Comparator.comparing(NginxCase::quiet).reversed();
        List<Running> running =
            cases.stream()
                .sorted(slowestFirst)
                .map(c -> new Running(c.name(), threads.submit(() -> playing.one(c))))
                .toList();
        var answers = new HashMap<String, Answer>();
        for (Running one : running) {
          var answer = one.answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
          answers.put(one.name, Normal.of(answer, served.address().getPort()));
        }
        return answers;
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private Answer one(NginxCase what) throws InterruptedException, IOException {
    places.acquire();
    try {
      return RawExchange.of(what, server, pace.pause());
    } finally {
      places.release();
    }
  }
}
