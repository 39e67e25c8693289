package io.honeypods.ssh;

import io.honeypods.decoy.event.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A group that a client asked for: <a href="https://www.rfc-editor.org/rfc/rfc4419">RFC 4419</a>.
 *
 * @param hashed what of the request and the group goes into the exchange hash
 */
record GroupExchange(DhGroup group, Bytes hashed) {

  /** Answers a request; null where it ends the session. */
  static @Nullable GroupExchange request(PayloadReader reader, SshServer server, Turn turn) {
    long min = reader.u32();
    long wanted = reader.u32();
    long max = reader.u32();
    reader.end();
    if (max < min || wanted < min || max < wanted || max < Moduli.MIN) {
      throw new MalformedException("group of " + min + " to " + max + " bits, best " + wanted);
    }
    long least = Math.max(Moduli.MIN, min);
    long most = Math.min(Moduli.MAX, max);
    DhGroup group = server.group(least, Math.clamp(wanted, Moduli.MIN, Moduli.MAX), most);
    if (group == null) {
      turn.hangUp();
      return null;
    }
    turn.send(PayloadWriter.message(Msg.GEX_GROUP).mpint(group.prime()).mpint(group.generator()));
    return new GroupExchange(
        group,
        Bytes.of(
            new PayloadWriter()
                .u32(min)
                .u32(wanted)
                .u32(max)
                .mpint(group.prime())
                .mpint(group.generator())
                .bytes()));
  }
}
