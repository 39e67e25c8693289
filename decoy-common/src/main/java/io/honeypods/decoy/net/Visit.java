package io.honeypods.decoy.net;

import io.honeypods.decoy.event.Flow;
import io.netty.channel.ChannelPipeline;

/** One peer at one service: makes the session and its handlers. */
record Visit<I, O>(Network network, Service<I, O> service, Flow flow) {

  Session session() {
    return new Session(
        network.recorder(), service, network.newSessionId(), flow, network.expected().match(flow));
  }

  void attach(ChannelPipeline pipeline) {
    var session = new SessionHandler(session(), network.limits(), network::isClosing);
    var conversation = service.conversation().apply(session.session());
    var inbox = new Inbox<>(service.framing().get(), network.holdings());
    var handler = new ConversationHandler<>(session, inbox, service.encoder(), conversation);
    pipeline.addLast("session", session).addLast("conversation", handler);
  }
}
