package io.honeypods.mysql.diff;

import java.io.IOException;
import java.util.List;

/** Somebody who runs statements and tells what came of them, one line a packet. */
interface Target extends AutoCloseable {
  List<String> run(Line line) throws IOException;

  @Override
  void close() throws IOException;
}
