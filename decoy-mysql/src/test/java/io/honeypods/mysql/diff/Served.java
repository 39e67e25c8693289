package io.honeypods.mysql.diff;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A MySQL server that runs until it is closed. */
public interface Served extends AutoCloseable {
  InetSocketAddress address();

  @Override
  void close() throws IOException;
}
