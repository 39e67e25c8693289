package io.honeypods.decoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.event.Peer;
import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeIpTest {

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.7", "fd77::31", "FD77:0:0:0:0:0:0:31", "::ffff:10.0.0.7"})
  void isWrittenAsSourcesAre(String text) throws ConfigException {
    String source = new Peer(InetAddress.ofLiteral(text), 1).ip();

    assertThat(NodeIp.of(Map.of("NODE_IP", text))).isEqualTo(source);
  }

  @Test
  void isUnknownWhereNobodySaysIt() throws ConfigException {
    assertThat(NodeIp.of(Map.of())).isNull();
    assertThat(NodeIp.of(Map.of("NODE_IP", ""))).isNull();
  }

  @Test
  void anythingElseIsSaid() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> NodeIp.of(Map.of("NODE_IP", "node-7")))
        .withMessage("NODE_IP: got \"node-7\", expected an IP address");
  }
}
