package io.honeypods.ipenum;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** An IPv6 address, or an IPv4 one as the IPv6 address it is mapped to. */
record Address(long high, long low) {
  private static final long MAPPED = 0xffff_0000_0000L;

  static Address ofIpv4(int bits) {
    return new Address(0, MAPPED | Integer.toUnsignedLong(bits));
  }

  static Address of(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return bytes.remaining() == 4
        ? ofIpv4(bytes.getInt())
        : new Address(bytes.getLong(), bytes.getLong());
  }

  boolean isIpv4() {
    return high == 0 && low >>> 32 == 0xffff;
  }

  /** The 32 bits of an IPv4 address, or the last 32 of an IPv6 one. */
  int lowest() {
    return (int) low;
  }

  InetAddress inet() {
    byte[] bytes =
        isIpv4()
            ? ByteBuffer.allocate(4).putInt((int) low).array()
            : ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of 4 or 16 bytes is always valid", e);
    }
  }

  /** Written out, since it is computed for every packet. */
  @Override
  public int hashCode() {
    long mixed = (high * 31 + low) * 0x9e37_79b9_7f4a_7c15L;
    return (int) (mixed >>> 32);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address that && low == that.low && high == that.high;
  }
}
