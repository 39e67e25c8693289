package io.honeypods.mysql.sql;

import io.honeypods.decoy.event.Bytes;
import io.honeypods.mysql.sql.Token.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads constants. */
final class LiteralParser {
  private final Cursor in;

  LiteralParser(Cursor in) {
    this.in = in;
  }

  Expr string(@Nullable String charset) {
    Token first = in.next();
    String text = first.text();
    if (in.peek().kind() == Kind.STRING) {
      var whole = new StringBuilder(text);
      while (in.peek().kind() == Kind.STRING) {
        whole.append(in.next().text());
      }
      text = whole.toString();
    }
    String named = first.kind() == Kind.NATIONAL_STRING ? "utf8mb3" : charset;
    return new Expr.Literal(new Value.Text(text), first.kind(), named);
  }

  /** A constant with the character set before it; null where a name only looks like one. */
  @Nullable Expr introduced() {
    Kind next = in.peek(1).kind();
    if (next != Kind.STRING && next != Kind.HEX && next != Kind.BITS) {
      return null;
    }
    String charset = in.next().text().substring(1).toLowerCase(Locale.ROOT);
    return switch (next) {
      case STRING -> string(charset);
      case HEX, BITS -> binary(in.next(), charset);
      default -> null;
    };
  }

  static Expr number(Token token) {
    Value value =
        switch (token.kind()) {
          case INTEGER -> {
            var number = new BigInteger(token.text());
            yield number.bitLength() > 64
                ? new Value.Decimal(new BigDecimal(number))
                : new Value.Int(number, number.bitLength() > 63);
          }
          case DECIMAL -> new Value.Decimal(new BigDecimal(token.text()));
          default -> new Value.Real(Double.parseDouble(token.text()));
        };
    return new Expr.Literal(value, token.kind(), null);
  }

  static Expr binary(Token token, @Nullable String charset) {
    byte[] bytes =
        token.kind() == Kind.HEX ? HexFormat.of().parseHex(token.text()) : bits(token.text());
    return new Expr.Literal(new Value.Blob(Bytes.of(bytes)), token.kind(), charset);
  }

  private static byte[] bits(String text) {
    byte[] bytes = new byte[(text.length() + 7) / 8];
    for (int i = 0; i < text.length(); i++) {
      int bit = text.length() - 1 - i;
      if (text.charAt(i) == '1') {
        bytes[bytes.length - 1 - bit / 8] |= (byte) (1 << (bit % 8));
      }
    }
    return bytes;
  }

  static Expr constant(String word, Token token) {
    Value value = word.equals("null") ? Value.NULL : Value.Int.of(word.equals("true") ? 1 : 0);
    return new Expr.Literal(value, token.kind(), null);
  }
}
