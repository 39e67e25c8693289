package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.decoy.event.Event;
import io.honeypods.decoy.event.Event.ClientIdentified;
import io.honeypods.decoy.event.Event.InputMalformed;
import io.honeypods.decoy.event.Field;
import io.honeypods.decoy.event.Fingerprint;
import io.honeypods.decoy.event.Payload;
import io.honeypods.decoy.event.Text;
import io.honeypods.decoy.net.Conversation;
import io.honeypods.decoy.net.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hears what a TLS client offers, then resets the connection as a closed port would. */
record LureConversation() implements Conversation<LureInput, Bytes> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public Duration patience() {
    return PATIENCE;
  }

  @Override
  public Step<LureInput, Bytes> receive(LureInput input) {
    return Step.<LureInput, Bytes>silent(this).saw(event(input)).ending(Step.Ending.RESET);
  }

  @Override
  public Step<LureInput, Bytes> timeOut() {
    return Step.<LureInput, Bytes>silent(this).ending(Step.Ending.RESET);
  }

  private static Event event(LureInput input) {
    return switch (input) {
      case LureInput.Hello hello -> identified(hello.hello(), hello.raw());
      case LureInput.Other other -> new InputMalformed(other.problem(), Payload.of(other.raw()));
    };
  }

  private static ClientIdentified identified(ClientHello hello, Bytes raw) {
    var details = new ArrayList<Field>();
    if (hello.serverName() != null) {
      details.add(new Field("server_name", hello.serverName()));
    }
    details.add(new Field("alpn", String.join(",", hello.alpn())));
    return new ClientIdentified(
        Text.of("TLS client for " + (hello.serverName() == null ? "-" : hello.serverName()), 300),
        Map.of(
            Fingerprint.JA3,
            TlsFingerprints.ja3(hello),
            Fingerprint.JA4,
            TlsFingerprints.ja4(hello)),
        Field.bounded(List.copyOf(details)),
        Payload.of(raw));
  }
}
