package io.honeypods.decoy.event;

import java.net.Inet4Address;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Who talked to which of our addresses, by which transport. */
public final class Flow {
  private final Peer source;
  private final Peer destination;
  private final Transport transport;
  private final int protocol;
  private volatile @Nullable String communityId;

  public Flow(Peer source, Peer destination, Transport transport) {
    this(source, destination, transport, transport.number());
  }

  /** A flow of any IP protocol, by its IANA number; one that no transport has is {@code OTHER}. */
  public Flow(Peer source, Peer destination, Transport transport, int protocol) {
    this.source = source;
    this.destination = destination;
    this.transport = transport;
    this.protocol = protocol;
  }

  /** A transport by its IANA protocol number. */
  public enum Transport {
    TCP("tcp", 6),
    UDP("udp", 17),
    ICMP("icmp", 1),
    IPV6_ICMP("ipv6-icmp", 58),
    SCTP("sctp", 132),
    /** Whatever has no ports: the flow knows its number. */
    OTHER("other", 255);

    private final String id;
    private final int number;

    Transport(String id, int number) {
      this.id = id;
      this.number = number;
    }

    public String id() {
      return id;
    }

    public int number() {
      return number;
    }
  }

  public Peer source() {
    return source;
  }

  public Peer destination() {
    return destination;
  }

  public Transport transport() {
    return transport;
  }

  /** The IANA number of the IP protocol. */
  public int protocol() {
    return protocol;
  }

  public boolean isIpv4() {
    return source.address() instanceof Inet4Address;
  }

  /**
   * The <a href="https://github.com/corelight/community-id-spec">Community ID</a> v1 with seed 0,
   * the same for both directions of a flow. For ICMP the ports of the peers are type and code, or
   * type and counter type, as the specification maps them.
   */
  public String communityId() {
    String known = communityId;
    if (known == null) {
      known = digest();
      communityId = known;
    }
    return known;
  }

  private String digest() {
    byte[] from = source.address().getAddress();
    byte[] to = destination.address().getAddress();
    boolean swap = !isOneWay() && isGreater(from, to);
    MessageDigest sha1 = Digests.sha1();
    sha1.update(new byte[] {0, 0});
    sha1.update(swap ? to : from);
    sha1.update(swap ? from : to);
    sha1.update(new byte[] {(byte) protocol, 0});
    if (transport != Transport.OTHER) {
      sha1.update(port(swap ? destination : source));
      sha1.update(port(swap ? source : destination));
    }
    return "1:" + Base64.getEncoder().encodeToString(sha1.digest());
  }

  private boolean isGreater(byte[] from, byte[] to) {
    int order = Arrays.compareUnsigned(from, to);
    return order > 0 || (order == 0 && source.port() > destination.port());
  }

  private boolean isOneWay() {
    return switch (transport) {
      case ICMP -> !isPaired(source.port(), 0, 8, 9, 10, 13, 14, 15, 16, 17, 18);
      case IPV6_ICMP ->
          !isPaired(source.port(), 128, 129, 130, 131, 133, 134, 135, 136, 139, 140, 144, 145);
      case TCP, UDP, SCTP, OTHER -> false;
    };
  }

  private static boolean isPaired(int type, int... paired) {
    return Arrays.binarySearch(paired, type) >= 0;
  }

  private static byte[] port(Peer peer) {
    return new byte[] {(byte) (peer.port() >> 8), (byte) peer.port()};
  }
}
