package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Capture;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Flow;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One connection to nginx: it waits for a request, or for the rest of a request's body. */
sealed interface WebConversation extends Conversation<HttpInput, Bytes> {
  Duration HEADER_TIMEOUT = Duration.ofSeconds(60);
  Duration KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(65);
  Duration LINGERING_TIMEOUT = Duration.ofSeconds(5);
  Duration LINGERING_TIME = Duration.ofSeconds(30);

  static WebConversation begin(WebServer server, Flow flow) {
    return new Waiting(server, flow, 0, false);
  }

  /**
   * Nothing of a request was heard, or not all of its head.
   *
   * @param answered how many requests were answered before
   * @param begun whether a later request than the first has begun
   */
  record Waiting(WebServer server, Flow flow, int answered, boolean begun)
      implements WebConversation {

    /** nginx allows a head 60 s from its first byte, or from the connection if it is the first. */
    @Override
    public Duration patience() {
      return answered == 0 || begun ? HEADER_TIMEOUT : KEEP_ALIVE_TIMEOUT;
    }

    @Override
    public Step<HttpInput, Bytes> receive(HttpInput input) {
      return switch (input) {
        case HttpInput.Begun _ -> Step.silent(new Waiting(server, flow, answered, true));
        case HttpInput.Head head -> answer(head);
        case HttpInput.Bad bad -> refuse(bad);
        case HttpInput.BodyPart _, HttpInput.BodyEnd _, HttpInput.BodyBroken _ -> Step.silent(this);
      };
    }

    private Step<HttpInput, Bytes> refuse(HttpInput.Bad bad) {
      var seen = new ArrayList<Event>();
      seen.add(new InputMalformed(bad.problem(), bad.input()));
      if (bad.request().versionKnown()) {
        seen.addAll(server.report().of(bad.request(), Payload.EMPTY, bad.status()));
      }
      List<Bytes> reply = server.write(server.refusal(bad), bad.request(), false);
      return new Step<>(this, reply, seen, Step.Ending.LINGER, Duration.ZERO, null);
    }

    private Step<HttpInput, Bytes> answer(HttpInput.Head head) {
      RequestHead request = head.request();
      Response response = server.response(head, flow);
      boolean keep =
          !WebServer.endsConnection(head, response) && Connections.keepAlive(request, answered);
      var replies = new ArrayList<Bytes>();
      if (response.ofFile() && expectsContinue(request)) {
        replies.add(ResponseWriter.CONTINUE);
      }
      replies.addAll(server.write(response, request, keep));
      var next = new Waiting(server, flow, answered + 1, false);
      boolean over = response.close() || head.brokenBody();
      if (!over && !head.body().isEmpty()) {
        Instant deadline = server.clock().instant().plus(LINGERING_TIME);
        return new Step<>(
            new Discarding(next, request, response.status(), keep, new Capture(), deadline),
            replies,
            List.of(),
            Step.Ending.NONE,
            Duration.ZERO,
            null);
      }
      List<Event> seen = server.report().of(request, Payload.EMPTY, response.status());
      Step.Ending ending =
          response.close() ? Step.Ending.HANG_UP : keep ? Step.Ending.NONE : ending(head);
      return new Step<>(next, replies, seen, ending, Duration.ZERO, null);
    }

    private static Step.Ending ending(HttpInput.Head head) {
      return head.buffered() || !head.body().isEmpty()
          ? Step.Ending.HALF_CLOSE
          : Step.Ending.LINGER;
    }

    private static boolean expectsContinue(RequestHead request) {
      return request.minor() >= 1 && "100-continue".equalsIgnoreCase(request.header("Expect"));
    }
  }

  /**
   * The request was answered and its body is still coming.
   *
   * @param next the state after it
   * @param keep whether the connection goes on then
   * @param deadline when nginx loses its patience with a slow body
   */
  record Discarding(
      Waiting next, RequestHead request, int status, boolean keep, Capture body, Instant deadline)
      implements WebConversation {

    @Override
    public Duration patience() {
      return LINGERING_TIMEOUT;
    }

    @Override
    public Step<HttpInput, Bytes> receive(HttpInput input) {
      return switch (input) {
        case HttpInput.BodyPart part -> {
          body.add(part.content());
          yield next.server().clock().instant().isBefore(deadline)
              ? Step.silent(this)
              : done().hangUp();
        }
        case HttpInput.BodyEnd end -> keep ? done() : done().ending(ending(end));
        case HttpInput.BodyBroken _, HttpInput.Begun _, HttpInput.Head _, HttpInput.Bad _ ->
            done().hangUp();
      };
    }

    @Override
    public Step<HttpInput, Bytes> timeOut() {
      return done().hangUp();
    }

    @Override
    public Step<HttpInput, Bytes> finish() {
      return done().hangUp();
    }

    @Override
    public List<Event> end() {
      return next.server().report().of(request, body.payload(), status);
    }

    /** nginx forgets that a request without a handler had a body. */
    private Step.Ending ending(HttpInput.BodyEnd end) {
      boolean handled = !request.method().equals("TRACE");
      return handled && end.buffered() ? Step.Ending.HALF_CLOSE : Step.Ending.LINGER;
    }

    private Step<HttpInput, Bytes> done() {
      return Step.<HttpInput, Bytes>silent(next).sawAll(end());
    }
  }
}
