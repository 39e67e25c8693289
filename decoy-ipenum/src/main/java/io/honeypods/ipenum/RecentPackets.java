package io.honeypods.ipenum;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The latest packets in memory: two halves are filled in turn, and one is emptied once the other is
 * full. Written by the sensor, read by whoever asks for them.
 */
final class RecentPackets {
  /** When it came in nanoseconds since 1970, its length on the wire, and how much is kept. */
  private static final int HEADER = 16;

  private ByteBuffer older;
  private ByteBuffer newer;

  /** Room for so many bytes. */
  RecentPackets(int bytes) {
    this.older = ByteBuffer.allocate(bytes / 2);
    this.newer = ByteBuffer.allocate(bytes / 2);
  }

  /** Keeps at most {@link PacketFilter#SNAP} bytes of a packet that had {@code length}. */
  synchronized void keep(ByteBuffer bytes, int length, long nanos) {
    int kept = Math.min(bytes.remaining(), PacketFilter.SNAP);
    if (newer.remaining() < HEADER + kept) {
      ByteBuffer emptied = older.clear();
      older = newer;
      newer = emptied;
    }
    newer.putLong(nanos).putInt(length).putInt(kept);
    newer.put(bytes.slice(bytes.position(), kept));
  }

  /**
   * All as a pcapng file, oldest first.
   *
   * @param source whose packets; null for everybody's
   */
  synchronized byte[] pcapng(@Nullable Address source) {
    var out = new ByteArrayOutputStream();
    try (var file = new PcapngFile(out)) {
      copy(older.duplicate().flip(), source, file);
      copy(newer.duplicate().flip(), source, file);
    } catch (IOException e) {
      throw new IllegalStateException("memory can always be written to", e);
    }
    return out.toByteArray();
  }

  private static void copy(ByteBuffer half, @Nullable Address source, PcapngFile file)
      throws IOException {
    while (half.hasRemaining()) {
      long nanos = half.getLong();
      int length = half.getInt();
      ByteBuffer bytes = half.slice(half.position() + Integer.BYTES, half.getInt(half.position()));
      half.position(half.position() + Integer.BYTES + bytes.remaining());
      IpHeader ip = source == null ? null : PacketParser.parse(bytes).ip();
      if (source == null || (ip != null && source.equals(ip.source()))) {
        file.write(bytes, length, nanos);
      }
    }
  }
}
