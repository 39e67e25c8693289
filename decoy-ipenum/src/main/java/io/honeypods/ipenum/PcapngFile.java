package io.honeypods.ipenum;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Packets from their IP header on, as <a
 * href="https://ietf-opsawg-wg.github.io/draft-ietf-opsawg-pcap/draft-ietf-opsawg-pcapng.html">
 * pcapng</a> with times in nanoseconds.
 */
final class PcapngFile implements AutoCloseable {
  private static final int SECTION = 0x0a0d0d0a;
  private static final int BYTE_ORDER = 0x1a2b3c4d;
  private static final int INTERFACE = 1;
  private static final int ENHANCED_PACKET = 6;
  private static final short LINKTYPE_RAW = 101;
  private static final short TIME_RESOLUTION = 9;
  private static final byte NANOSECONDS = 9;
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final ByteBuffer block =
      ByteBuffer.allocate(PacketFilter.SNAP + 64).order(ByteOrder.LITTLE_ENDIAN);
  private long size;

  PcapngFile(OutputStream out) throws IOException {
    this.out = out;
    begin(SECTION);
    block.putInt(BYTE_ORDER).putShort((short) 1).putShort((short) 0).putLong(-1);
    end();
    begin(INTERFACE);
    block.putShort(LINKTYPE_RAW).putShort((short) 0).putInt(PacketFilter.SNAP);
    block.putShort(TIME_RESOLUTION).putShort((short) 1).put(NANOSECONDS).put(new byte[3]);
    block.putInt(0);
    end();
  }

  static PcapngFile create(Path path) throws IOException {
    return new PcapngFile(new BufferedOutputStream(Files.newOutputStream(path), BUFFER));
  }

  /** Adds a packet that had {@code length} bytes; at most {@link PacketFilter#SNAP} are kept. */
  void write(ByteBuffer bytes, int length, long nanos) throws IOException {
    int kept = Math.min(bytes.remaining(), PacketFilter.SNAP);
    begin(ENHANCED_PACKET);
    block.putInt(0).putInt((int) (nanos >>> 32)).putInt((int) nanos).putInt(kept).putInt(length);
    block.put(bytes.slice(bytes.position(), kept));
    while (block.position() % 4 != 0) {
      block.put((byte) 0);
    }
    end();
  }

  long size() {
    return size;
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void begin(int type) {
    block.clear().putInt(type).putInt(0);
  }

  private void end() throws IOException {
    int length = block.position() + 4;
    block.putInt(length).putInt(4, length);
    out.write(block.array(), 0, length);
    size += length;
  }
}
