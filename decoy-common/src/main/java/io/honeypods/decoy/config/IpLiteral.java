package io.honeypods.decoy.config;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** IP addresses as text; names are never looked up. */
public final class IpLiteral {
  private IpLiteral() {}

  /** The address that a text writes in full, or null; an IPv4-mapped one is an IPv4 address. */
  public static @Nullable InetAddress parse(String text) {
    if (text.indexOf(':') < 0 ? !isDottedQuad(text) : !isHexAndColons(text)) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static boolean isDottedQuad(String text) {
    String[] parts = text.split("\\.", -1);
    boolean whole = parts.length == 4;
    for (String part : parts) {
      whole &= Numbers.isWhole(part) && part.length() <= 3;
    }
    return whole;
  }

  private static boolean isHexAndColons(String text) {
    return text.chars()
        .allMatch(c -> c == ':' || c == '.' || (Character.digit(c, 16) >= 0 && c < 128));
  }
}
