package io.honeypods.web;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.testkit.Fragments;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;

/** What {@link HttpFraming} makes of bytes, and how many of them it leaves. */
record Framed(List<HttpInput> inputs, int left) {

  static Framed of(String text) {
    return of(text, Fragments.whole());
  }

  static Framed of(String text, Fragments fragments) {
    var framing = new HttpFraming(TestNginx.VERSION);
    var inputs = new ArrayList<HttpInput>();
    ByteBuf in = Unpooled.buffer();
    for (Bytes fragment : fragments.of(Bytes.ofLatin1(text))) {
      in.writeBytes(fragment.asByteBuffer());
      HttpInput input = framing.next(in);
      while (input != null) {
        inputs.add(input);
        if (input instanceof HttpInput.Bad || input instanceof HttpInput.BodyBroken) {
          return new Framed(inputs, in.readableBytes());
        }
        input = framing.next(in);
      }
    }
    return new Framed(inputs, in.readableBytes());
  }

  HttpInput.Head head() {
    return (HttpInput.Head) inputs.getFirst();
  }

  HttpInput.Bad bad() {
    return (HttpInput.Bad) inputs.getLast();
  }

  /** The body's content, put together. */
  String content() {
    var content = new StringBuilder();
    for (HttpInput input : inputs) {
      if (input instanceof HttpInput.BodyPart part) {
        content.append(part.content().latin1());
      }
    }
    return content.toString();
  }
}
