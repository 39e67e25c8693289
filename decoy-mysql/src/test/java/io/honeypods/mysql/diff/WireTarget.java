package io.honeypods.mysql.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server at the other end of a wire. */
final class WireTarget implements Target {
  static final String SCHEMA = "shop_test";
  private static final int COM_STMT_PREPARE = 0x16;
  private static final int COM_STMT_EXECUTE = 0x17;
  private static final int COM_STMT_CLOSE = 0x19;

  private final InetSocketAddress server;
  private final WireConnection main;
  private @Nullable WireConnection second;

  WireTarget(InetSocketAddress server) throws IOException {
    this.server = server;
    try (var setup = new WireConnection(server, "")) {
      setup.query("DROP DATABASE IF EXISTS " + SCHEMA, false);
      setup.query("CREATE DATABASE " + SCHEMA, false);
    }
    main = new WireConnection(server, SCHEMA);
  }

  @Override
  public List<String> run(Line line) throws IOException {
    WireConnection connection = line.has('2') ? second() : main;
    List<String> outcome =
        line.has('?') ? prepared(connection, line) : connection.query(line.sql(), line.has('*'));
    if (Warnings.follow(outcome)) {
      Warnings.append(outcome, connection.query("SHOW WARNINGS", false));
    }
    return outcome;
  }

  private WireConnection second() throws IOException {
    if (second == null) {
      second = new WireConnection(server, SCHEMA);
    }
    return second;
  }

  private static List<String> prepared(WireConnection connection, Line line) throws IOException {
    var lines = new ArrayList<String>();
    connection.command(COM_STMT_PREPARE, line.sql().getBytes(UTF_8));
    Packet answer = connection.receive();
    if (answer.isError()) {
      lines.add(Decoded.error(answer));
      return lines;
    }
    var in = answer.read();
    in.int1();
    long id = in.int4();
    int columns = in.int2();
    int parameters = in.int2();
    in.int1();
    lines.add(
        "PREPARED parameters=%d columns=%d warnings=%d".formatted(parameters, columns, in.int2()));
    connection.columns(new ArrayList<>(), parameters);
    connection.columns(lines, columns);
    connection.command(COM_STMT_EXECUTE, Parameter.execute(id, line.parameters()));
    connection.results(lines, true);
    connection.command(COM_STMT_CLOSE, new PacketWriter().int4(id).toByteArray());
    return lines;
  }

  @Override
  public void close() throws IOException {
    main.close();
    if (second != null) {
      second.close();
    }
  }
}
