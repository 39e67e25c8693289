package io.honeypods.mysql;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.mysql.diff.Served;
import java.net.InetSocketAddress;
import java.util.List;

/** Our server for tests of other packages. */
public final class OurMysqld implements Served {
  private final TestMysql server;

  private OurMysqld(TestMysql server) {
    this.server = server;
  }

  /** A server with root from anywhere without a password, by the plugin that is the default. */
  public static Served start(boolean sha2, String version) {
    try {
      var profile = sha2 ? MysqlProfile.SHA2 : MysqlProfile.NATIVE;
      return new OurMysqld(new TestMysql(TestMysql.config(profile, version), List.of()));
    } catch (ConfigException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public InetSocketAddress address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
  }
}
