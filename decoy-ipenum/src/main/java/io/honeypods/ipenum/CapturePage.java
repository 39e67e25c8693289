package io.honeypods.ipenum;

import io.honeypods.decoy.admin.AdminPage;
import io.honeypods.decoy.event.Bytes;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** What the admin gets of the latest packets: all of them, or those of one source. */
final class CapturePage {
  static final String PATH = "/capture.pcapng";
  static final String TYPE = "application/x-pcapng";

  private static final String SOURCE = "source=";

  private final RecentPackets packets;

  CapturePage(RecentPackets packets) {
    this.packets = packets;
  }

  AdminPage page() {
    return new AdminPage(
        TYPE,
        query -> {
          byte[] file = of(query);
          return file == null ? null : Bytes.of(file);
        });
  }

  /** A pcapng file for a query such as {@code source=10.0.0.7}; null where it is no such query. */
  byte @Nullable [] of(String query) {
    if (query.isEmpty()) {
      return packets.pcapng(null);
    }
    Address source = query.startsWith(SOURCE) ? address(query.substring(SOURCE.length())) : null;
    return source == null ? null : packets.pcapng(source);
  }

  private static @Nullable Address address(String text) {
    try {
      return Address.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
