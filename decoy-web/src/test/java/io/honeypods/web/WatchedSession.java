package io.honeypods.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.RequestReceived;
import io.honeypods.decoy.net.ReplyEncoder;
import io.honeypods.testkit.Fragments;
import io.honeypods.testkit.Outcome;
import io.honeypods.testkit.Play;
import io.honeypods.testkit.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole session with {@link TestNginx}, watched for what must hold whatever a peer sends: answers
 * are well-formed, and what is held of a request is bounded.
 *
 * <p>Of two sessions with the same bytes, differently cut, everything must be equal but this: nginx
 * answers a request by 400 if a malformed chunk of its body arrives in the same segment as its
 * head, and otherwise as if it had no body. So the request whose chunks are malformed, always the
 * last one heard, is left out of the comparison where either session knows of it.
 */
final class WatchedSession {
  private static final int MAX_HEAD = 1024 + 4 * HeaderBuffers.LARGE;
  private static final int MAX_FOOTPRINT = 72 * 1024;

  private final List<Exchange> exchanges = new ArrayList<>();
  private final Outcome outcome;
  private boolean broken;

  /** A request and what it was answered with. */
  private record Exchange(RequestHead request, List<Bytes> replies) {}

  private WatchedSession(Fragments fragments, Bytes bytes) {
    var watched =
        new Protocol<HttpInput, Bytes>(
            () -> {
              var framing = new HttpFraming(TestNginx.VERSION);
              return in -> heard(framing.next(in));
            },
            (reply, allocator) -> {
              exchanges.getLast().replies().add(reply);
              return ReplyEncoder.BYTES.encode(reply, allocator);
            },
            TestNginx.PROTOCOL.conversation());
    Play<HttpInput, Bytes> play = watched.begin();
    for (Bytes fragment : fragments.of(bytes)) {
      play.send(fragment);
      assertThat(play.isOver() || play.unread().isEmpty()).as("nothing is left unread").isTrue();
    }
    play.finish();
    outcome = play.outcome();
    exchanges.forEach(exchange -> WellFormed.check(exchange.request, exchange.replies));
    outcome.events().forEach(WatchedSession::checkSize);
  }

  static WatchedSession of(Fragments fragments, Bytes bytes) {
    return new WatchedSession(fragments, bytes);
  }

  void checkEqual(WatchedSession other) {
    assertThat(other.exchanges).hasSameSizeAs(exchanges);
    if (broken || other.broken) {
      assertThat(withoutLast(other.exchanges)).isEqualTo(withoutLast(exchanges));
      assertThat(other.eventsBeforeLastRequest()).isEqualTo(eventsBeforeLastRequest());
    } else {
      assertThat(other.exchanges).isEqualTo(exchanges);
      assertThat(other.outcome).isEqualTo(outcome);
    }
  }

  private @Nullable HttpInput heard(@Nullable HttpInput input) {
    switch (input) {
      case HttpInput.Head head -> {
        checkHead(head.request());
        broken |= head.brokenBody();
        exchanges.add(new Exchange(head.request(), new ArrayList<>()));
      }
      case HttpInput.Bad bad -> {
        checkHead(bad.request());
        assertThat(bad.input().length()).isLessThanOrEqualTo(MAX_HEAD);
        exchanges.add(new Exchange(bad.request(), new ArrayList<>()));
      }
      case HttpInput.BodyBroken _ -> broken = true;
      case HttpInput.Begun _, HttpInput.BodyPart _, HttpInput.BodyEnd _ -> {}
      case null -> {}
    }
    return input;
  }

  private static void checkHead(RequestHead head) {
    int size = head.method().length() + head.target().length();
    size += head.headers().stream().mapToInt(f -> f.name().length() + f.value().length()).sum();
    assertThat(size).isLessThanOrEqualTo(MAX_HEAD);
  }

  private static void checkSize(Event event) {
    assertThat(event.footprint()).as(event.kind().toString()).isLessThanOrEqualTo(MAX_FOOTPRINT);
  }

  private List<Event> eventsBeforeLastRequest() {
    List<Event> events = outcome.events();
    int end = events.size();
    while (end > 0 && !(events.get(end - 1) instanceof RequestReceived)) {
      end--;
    }
    return events.subList(0, Math.max(0, end - 1));
  }

  private static List<Exchange> withoutLast(List<Exchange> exchanges) {
    return exchanges.subList(0, exchanges.size() - 1);
  }
}
