package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import java.util.ArrayList;
import java.util.List;

/** What holds of every answer: one status line, no bare line end, a body as long as it says. */
final class WellFormed {
  private static final String LENGTH = "Content-Length: ";

  private WellFormed() {}

  static void check(RequestHead request, List<Bytes> replies) {
    var segments = new ArrayList<>(replies);
    segments.remove(ResponseWriter.CONTINUE);
    var joined = new StringBuilder();
    segments.forEach(segment -> joined.append(segment.latin1()));
    String answer = joined.toString();
    if (request.isHttp09()) {
      assertThat(answer).doesNotStartWith("HTTP/");
    } else {
      int end = answer.indexOf("\r\n\r\n");
      assertThat(end).as(answer).isPositive();
      List<String> head = List.of(answer.substring(0, end).split("\r\n", -1));
      checkHead(head);
      checkBody(request, head, answer.substring(end + 4));
    }
  }

  private static void checkHead(List<String> head) {
    assertThat(head.getFirst()).startsWith("HTTP/1.1 ");
    assertThat(head.get(1)).startsWith("Server: nginx/");
    assertThat(head.get(2)).startsWith("Date: ");
    assertThat(head)
        .allSatisfy(line -> assertThat(line.chars()).allMatch(ch -> ch >= 0x20 && ch != 0x7f));
    assertThat(head.stream().skip(1)).allMatch(line -> line.contains(": "));
  }

  private static void checkBody(RequestHead request, List<String> head, String body) {
    List<String> lengths =
        head.stream()
            .filter(line -> line.startsWith(LENGTH))
            .map(line -> line.substring(LENGTH.length()))
            .toList();
    if (request.isHead() || lengths.isEmpty()) {
      assertThat(body).isEmpty();
    } else {
      assertThat(lengths).containsExactly(String.valueOf(body.length()));
    }
  }
}
