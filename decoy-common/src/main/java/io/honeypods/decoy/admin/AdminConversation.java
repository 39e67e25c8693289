package io.honeypods.decoy.admin;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Event.LoginAttempted;
import io.honeypods.decoy.event.Event.PayloadReceived;
import io.honeypods.decoy.event.Event.RequestReceived;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.LoginMethod;
import io.honeypods.decoy.event.Outcome;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Secret;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the admin's requests, and reports everybody else's. */
final class AdminConversation implements Conversation<Bytes, Bytes> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final AdminPages pages;
  private final Flow flow;
  private boolean asked;

  AdminConversation(AdminPages pages, Flow flow) {
    this.pages = pages;
    this.flow = flow;
  }

  @Override
  public Step<Bytes, Bytes> receive(Bytes head) {
    asked = true;
    AdminRequest request = AdminRequest.parse(head);
    if (request == null) {
      var malformed = new InputMalformed(problem(head), Payload.of(head));
      return silent().saw(malformed).reply(AdminPages.BAD_REQUEST).hangUp();
    }
    AdminPages.Page page = pages.answer(request, flow);
    Step<Bytes, Bytes> step = silent().reply(page.bytes());
    if (page.strange()) {
      step = step.sawAll(report(request, page.status()));
    }
    return request.isLast() ? step.hangUp() : step;
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }

  /** Somebody who only connects has looked for a port. */
  @Override
  public List<Event> end() {
    return asked ? List.of() : List.of(new PayloadReceived(Payload.EMPTY));
  }

  private static String problem(Bytes head) {
    return head.length() < AdminFraming.MAX_HEAD
        ? "no HTTP/1 request (expected GET)"
        : "request head of " + head.length() + " bytes (expected < " + AdminFraming.MAX_HEAD + ")";
  }

  private Step<Bytes, Bytes> silent() {
    return Step.silent(this);
  }

  private static List<Event> report(AdminRequest request, int status) {
    var received =
        new RequestReceived(
            Text.of(request.method()),
            Text.of(request.target()),
            request.version(),
            Field.bounded(request.headers()),
            request.headers().size(),
            Payload.EMPTY,
            status,
            List.of());
    String token = bearer(request.header("authorization"));
    return token == null
        ? List.of(received)
        : List.of(
            received,
            new LoginAttempted(
                LoginMethod.BEARER, Text.EMPTY, Secret.token(token), Outcome.FAILURE));
  }

  static @Nullable String bearer(@Nullable String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
        ? authorization.substring(7).strip()
        : null;
  }
}
