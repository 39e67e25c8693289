package io.honeypods.mysql.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.mysql.OurMysqld;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.UnaryOperator;

/** The genuine mysqld and ours, both up. */
record BothServers(Served real, Served ours) implements AutoCloseable {

  static BothServers start() throws IOException {
    Served real = RealMysqld.start(LoginForm.NATIVE);
    return new BothServers(real, OurMysqld.start(false, RealMysqld.VERSION));
  }

  /** Something done with a server, and what is to be seen of it. */
  interface Use {
    String with(InetSocketAddress server) throws Exception;
  }

  /** Does the same with both, expects to see the same, and returns it. */
  String same(Use use, UnaryOperator<String> normal) throws Exception {
    String expected = normal.apply(use.with(real.address()));
    String actual = normal.apply(use.with(ours.address()));
    assertThat(actual).isEqualTo(expected);
    return expected;
  }

  @Override
  public void close() throws IOException {
    try {
      ours.close();
    } finally {
      real.close();
    }
  }
}
