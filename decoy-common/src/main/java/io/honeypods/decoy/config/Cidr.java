package io.honeypods.decoy.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A network, written {@code 10.0.0.0/8} or {@code fd00::/8}; a bare address is a network of one.
 *
 * @param network its first address
 * @param prefix how many leading bits all its addresses share
 */
public record Cidr(InetAddress network, int prefix) {
  static final String EXPECTED = "a network such as 10.0.0.0/8 or fd00::/8";
  private static final int MAPPED_BITS = 96;

  public Cidr {
    byte[] bytes = network.getAddress();
    var prefixes = new Range(0, bytes.length * 8L);
    if (!prefixes.holds(prefix)) {
      throw new IllegalArgumentException(
          "prefix length " + prefix + " (expected" + prefixes.describe(Long::toString) + ")");
    }
    byte[] first = masked(bytes, prefix);
    if (!Arrays.equals(first, bytes)) {
      throw new UnexpectedValueException(
          show(bytes, prefix), "no bits set after the prefix", show(first, prefix));
    }
  }

  /** Reads a network; {@link IllegalArgumentException} says what was expected. */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    InetAddress address = IpLiteral.parse(literal);
    if (address == null) {
      throw new UnexpectedValueException(text, EXPECTED);
    }
    int width = address.getAddress().length * 8;
    int mapped = width == 32 && literal.indexOf(':') >= 0 ? MAPPED_BITS : 0;
    int prefix = width + mapped;
    if (slash >= 0) {
      prefix = prefix(text, text.substring(slash + 1), new Range(mapped, prefix));
    }
    return new Cidr(address, prefix - mapped);
  }

  private static int prefix(String text, String written, Range range) {
    if (Numbers.isWhole(written) && written.length() <= 3 && range.holds(Long.parseLong(written))) {
      return Integer.parseInt(written);
    }
    throw new UnexpectedValueException(
        text, EXPECTED + " (a prefix length" + range.describe(Long::toString) + ")");
  }

  /** Whether the address lies in this network; an IPv4-mapped IPv6 address counts as IPv4. */
  public boolean contains(InetAddress address) {
    byte[] first = network.getAddress();
    byte[] other = unmapped(address.getAddress());
    return first.length == other.length && Arrays.equals(masked(other, prefix), first);
  }

  private static byte[] unmapped(byte[] address) {
    boolean mapped = address.length == 16 && address[10] == -1 && address[11] == -1;
    for (int i = 0; i < 10 && mapped; i++) {
      mapped = address[i] == 0;
    }
    return mapped ? Arrays.copyOfRange(address, 12, 16) : address;
  }

  private static byte[] masked(byte[] address, int prefix) {
    byte[] masked = address.clone();
    for (int i = 0; i < masked.length; i++) {
      int kept = Math.clamp(prefix - 8L * i, 0, 8);
      masked[i] &= (byte) (0xff00 >> kept);
    }
    return masked;
  }

  @Override
  public String toString() {
    return show(network.getAddress(), prefix);
  }

  private static String show(byte[] address, int prefix) {
    try {
      return InetAddress.getByAddress(address).getHostAddress() + "/" + prefix;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of 4 or 16 bytes is always valid", e);
    }
  }
}
