package io.honeypods.decoy.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceLinksTest {
  @ParameterizedTest
  @CsvSource({
    "DECOY_WEB_SERVICE_HOST, 10.0.0.11, true",
    "DECOY_WEB_SERVICE_PORT, 8888, true",
    "DECOY_WEB_SERVICE_PORT_HTTP, 8888, true",
    "DECOY_WEB_PORT, tcp://10.0.0.11:8888, true",
    "DECOY_WEB_PORT, udp://10.0.0.11:8888, true",
    "DECOY_WEB_PORT, 8888, false",
    "DECOY_WEB_PORT_8888_TCP, tcp://10.0.0.11:8888, true",
    "DECOY_WEB_PORT_8888_TCP_PROTO, tcp, true",
    "DECOY_WEB_PORT_8888_TCP_PORT, 8888, true",
    "DECOY_WEB_PORT_8888_TCP_ADDR, 10.0.0.11, true",
    "DECOY_WEB_PORT_8888_TCP_NAME, 10.0.0.11, false",
    "DECOY_WEB_PORT_HTTP_TCP, 10.0.0.11, false",
    "DECOY_WEB_LISTEN, 0.0.0.0:8888, false",
    "DECOY_, '', false",
  })
  void knowsWhatKubernetesSets(String name, String value, boolean link) {
    assertThat(ServiceLinks.isLink(name, value)).isEqualTo(link);
  }
}
