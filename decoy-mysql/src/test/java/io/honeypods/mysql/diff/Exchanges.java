package io.honeypods.mysql.diff;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All exchanges, and how they are played. */
final class Exchanges {
  private static final int PLAYED_AGAIN = 150;
  private static final List<String> SETUP =
      List.of(
          "DROP DATABASE IF EXISTS raw_test",
          "CREATE DATABASE raw_test",
          "CREATE TABLE raw_test.t (id INT PRIMARY KEY, a VARCHAR(10), b DATETIME)",
          "INSERT INTO raw_test.t VALUES (1,'x',NULL),(2,'y','2024-02-29 10:11:12'),(3,NULL,NULL)",
          "CREATE TABLE raw_test.t2 (a INT)",
          "CREATE VIEW raw_test.v AS SELECT id, a FROM raw_test.t",
          "DROP USER IF EXISTS nat, sha, cold, shaempty, locked",
          "CREATE USER nat IDENTIFIED WITH mysql_native_password BY 'secret'",
          "CREATE USER sha IDENTIFIED WITH caching_sha2_password BY 'secret'",
          "CREATE USER cold IDENTIFIED WITH caching_sha2_password BY 'secret'",
          "CREATE USER shaempty IDENTIFIED WITH caching_sha2_password BY ''",
          "CREATE USER locked IDENTIFIED WITH mysql_native_password BY 'secret' ACCOUNT LOCK");

  /** The login after which the server has the password of sha in its cache. */
  private static final Exchange KNOWN =
      new Exchange("sha", Steps.loggedIn(LoginForm.as("sha", "secret").by(LoginForm.SHA2)));

  private Exchanges() {}

  /** Those that are about greetings and logins, which depend on the default plugin. */
  static List<Exchange> beforeCommands() {
    var all = new ArrayList<Exchange>();
    all.addAll(GreetingExchanges.all());
    all.addAll(LoginExchanges.all());
    all.addAll(MalformedExchanges.all());
    all.addAll(SwitchExchanges.all());
    return all;
  }

  static List<Exchange> all() {
    var all = new ArrayList<>(beforeCommands());
    all.addAll(CommandExchanges.all());
    all.addAll(FramingExchanges.all());
    all.addAll(PreparedExchanges.all());
    all.addAll(CursorExchanges.all());
    var names = new HashSet<String>();
    for (Exchange exchange : all) {
      if (!names.add(exchange.name())) {
        throw new IllegalArgumentException("two exchanges: " + exchange.name());
      }
    }
    return all;
  }

  /** Makes the accounts and tables that the exchanges need. */
  static void prepare(InetSocketAddress server) throws IOException {
    try (var connection = new WireConnection(server, "")) {
      for (String sql : SETUP) {
        String outcome = connection.query(sql, false).getFirst();
        if (!outcome.startsWith("OK")) {
          throw new IOException(sql + ": " + outcome);
        }
      }
    }
    RawClient.play(KNOWN, server, Pace.BRISK.quiet());
  }

  static Map<String, List<String>> play(
      List<Exchange> exchanges, InetSocketAddress server, Pace pace)
      throws ExecutionException, InterruptedException {
    var running = new LinkedHashMap<String, Future<List<String>>>();
    try (var threads = Executors.newFixedThreadPool(pace.atOnce())) {
      for (Exchange exchange : exchanges) {
        Callable<List<String>> play = () -> RawClient.play(exchange, server, pace.quiet());
        running.put(exchange.name(), threads.submit(play));
      }
    }
    var transcripts = new LinkedHashMap<String, List<String>>();
    for (var one : running.entrySet()) {
      transcripts.put(one.getKey(), one.getValue().get());
    }
    return transcripts;
  }

  /** Those that differ, and differ again when played with more leisure. */
  static List<Difference> differences(
      List<Exchange> exchanges, InetSocketAddress theirs, InetSocketAddress ours)
      throws ExecutionException, InterruptedException, IOException {
    var brisk = differences(exchanges, theirs, ours, Pace.BRISK);
    if (brisk.size() > PLAYED_AGAIN) {
      return brisk;
    }
    var names = new HashSet<>(brisk.stream().map(Difference::name).toList());
    var again = exchanges.stream().filter(exchange -> names.contains(exchange.name())).toList();
    return differences(again, theirs, ours, Pace.CALM);
  }

  private static List<Difference> differences(
      List<Exchange> exchanges, InetSocketAddress theirs, InetSocketAddress ours, Pace pace)
      throws ExecutionException, InterruptedException, IOException {
    prepare(theirs);
    prepare(ours);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> play(exchanges, theirs, pace));
      var actual = play(exchanges, ours, pace);
      var differences = new ArrayList<Difference>();
      for (var expected : one.get().entrySet()) {
        List<String> other = actual.getOrDefault(expected.getKey(), List.of());
        if (!expected.getValue().equals(other)) {
          differences.add(new Difference(expected.getKey(), expected.getValue(), other));
        }
      }
      return differences;
    }
  }
}
