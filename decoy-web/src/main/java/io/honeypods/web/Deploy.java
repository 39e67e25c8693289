package io.honeypods.web;

import java.time.Instant;

/**
 * One release of one service.
 *
 * @param status {@code succeeded} or {@code rolled back}
 */
record Deploy(
    Instant started,
    int seconds,
    String service,
    String version,
    String commit,
    String author,
    String ticket,
    String summary,
    String status) {

  Instant ended() {
    return started.plusSeconds(seconds);
  }

  boolean succeeded() {
    return status.equals(DeployHistory.SUCCEEDED);
  }
}
