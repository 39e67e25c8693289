package io.honeypods.web;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A web server that runs until it is closed. */
interface Served extends AutoCloseable {
  InetSocketAddress address();

  @Override
  void close() throws IOException;
}
