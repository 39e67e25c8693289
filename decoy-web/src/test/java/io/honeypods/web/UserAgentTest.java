package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentTest {

  @ParameterizedTest
  @CsvSource({
    "curl/8.0, false, false",
    "Mozilla/5.0 Chrome/120.0, true, false",
    "Mozilla/4.0 (compatible; MSIE 7.0; Windows), true, false",
    "Mozilla/4.0 (compatible; MSIE 6.0; Windows), true, true",
    "Mozilla/4.0 (compatible; MSIE 6.0; Windows; SV1), true, false",
    "Mozilla/4.0 (compatible; MSIE 5.5; Windows), true, true",
    "Mozilla/4.0 (compatible; MSIE 10.0; Windows), true, false",
    "Mozilla/4.0 (compatible; MSIE 6.0) Opera 9, false, false",
    "Opera Chrome/1, false, false",
    "MSIE 6, false, false",
    "MSIE 6., false, false",
    "MSIE 6.0, true, true",
    "Firefox, false, false"
  })
  void knowsOldBrowsers(String header, boolean padding, boolean msie6) {
    UserAgent agent = UserAgent.of(header);
    assertThat(agent.wantsPadding()).isEqualTo(padding);
    assertThat(agent.msie6()).isEqualTo(msie6);
  }

  @Test
  void knowsNothingOfNoHeader() {
    assertThat(UserAgent.of(null).wantsPadding()).isFalse();
  }
}
