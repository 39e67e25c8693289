package io.honeypods.mysql.x;

import io.honeypods.decoy.event.Bytes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server says that it can do and how it is set for one connection.
 *
 * @param interactive whether a person sits at the other end
 * @param expiredPasswords whether the client can handle an expired password
 */
record Capabilities(boolean interactive, boolean expiredPasswords) {
  static final Capabilities INITIAL = new Capabilities(false, false);

  /** Set to go on within TLS. */
  static final String TLS = "tls";

  /** What the client says of itself; it can be set, but is not listed. */
  static final String ATTRIBUTES = "session_connect_attrs";

  private static final List<String> READ_ONLY =
      List.of("authentication.mechanisms", "doc.formats", "compression", "node_type");
  private static final String INTERACTIVE = "client.interactive";
  private static final String EXPIRED_PASSWORDS = "client.pwd_expire_ok";
  private static final Set<Integer> FLAGS = Set.of(2, 3, 8);
  private static final int SCALAR = 1;
  private static final int OBJECT = 2;
  private static final int ARRAY = 3;
  private static final int STRING = 8;
  private static final int BOOL = 7;

  /** All of them, as the server orders them. */
  Bytes list(boolean secure) {
    return new ProtoWriter()
        .message(1, entry(TLS, bool(secure)))
        .message(1, entry("authentication.mechanisms", mechanisms(secure)))
        .message(1, entry("doc.formats", text("text")))
        .message(1, entry(INTERACTIVE, bool(interactive)))
        .message(1, entry("compression", compression()))
        .message(1, entry("node_type", text("mysql")))
        .message(1, entry(EXPIRED_PASSWORDS, bool(expiredPasswords)))
        .bytes();
  }

  static boolean knows(String name) {
    return READ_ONLY.contains(name)
        || name.equals(TLS)
        || name.equals(INTERACTIVE)
        || name.equals(EXPIRED_PASSWORDS)
        || name.equals(ATTRIBUTES);
  }

  /** As they are with one of them set; null where it cannot be set so. */
  @Nullable Capabilities with(String name, ProtoMessage value) {
    Boolean flag = flag(value);
    return switch (name) {
      case INTERACTIVE -> flag == null ? null : new Capabilities(flag, expiredPasswords);
      case EXPIRED_PASSWORDS -> flag == null ? null : new Capabilities(interactive, flag);
      case ATTRIBUTES -> value.has(3) ? this : null;
      default -> null;
    };
  }

  /** A value as yes or no, for which numbers stand too; null for any other. */
  static @Nullable Boolean flag(ProtoMessage value) {
    ProtoMessage scalar = value.message(2);
    return scalar.fields().stream()
        .filter(field -> FLAGS.contains(field.id()))
        .map(field -> field.value() != 0)
        .findFirst()
        .orElse(null);
  }

  private static ProtoWriter mechanisms(boolean secure) {
    return secure ? array("MYSQL41", "PLAIN", "SHA256_MEMORY") : array("MYSQL41", "SHA256_MEMORY");
  }

  private static ProtoWriter entry(String name, ProtoWriter value) {
    return new ProtoWriter().text(1, name).message(2, value);
  }

  private static ProtoWriter compression() {
    ProtoWriter algorithms = array("deflate_stream", "lz4_message", "zstd_stream");
    ProtoWriter field = new ProtoWriter().text(1, "algorithm").message(2, algorithms);
    return new ProtoWriter().number(1, OBJECT).message(3, new ProtoWriter().message(1, field));
  }

  private static ProtoWriter bool(boolean value) {
    return scalar(new ProtoWriter().number(1, BOOL).number(8, value ? 1 : 0));
  }

  private static ProtoWriter text(String value) {
    return scalar(new ProtoWriter().number(1, STRING).message(9, new ProtoWriter().text(1, value)));
  }

  private static ProtoWriter scalar(ProtoWriter value) {
    return new ProtoWriter().number(1, SCALAR).message(2, value);
  }

  private static ProtoWriter array(String... values) {
    var items = new ProtoWriter();
    for (String value : values) {
      items.message(1, text(value));
    }
    return new ProtoWriter().number(1, ARRAY).message(4, items);
  }
}
