package io.honeypods.ipenum;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The packets of a {@link RawSocket}, read block by block where the kernel put them (<a
 * href="https://www.kernel.org/doc/html/latest/networking/packet_mmap.html">TPACKET_V3</a>).
 */
final class PacketRing implements AutoCloseable {
  private static final int BLOCK_BYTES = 1 << 17;
  private static final long STATUS = 8;
  private static final long PACKETS = 12;
  private static final long FIRST = 16;
  private static final int OURS = 1;
  private static final int KERNELS = 0;
  private static final VarHandle INT = JAVA_INT.varHandle();

  private final RawSocket socket;
  private final MemorySegment[] blocks;
  private final byte[] kept = new byte[PacketFilter.SNAP];
  private final ByteBuffer view = ByteBuffer.wrap(kept);
  private int next;

  /** Takes a packet from its IP header on; the bytes are gone when this returns. */
  @FunctionalInterface
  interface Reader {
    /**
     * Reads one.
     *
     * @param bytes what was captured
     * @param length what was on the wire
     * @param nanos when it came, since 1970
     */
    void read(ByteBuffer bytes, int length, long nanos);
  }

  private PacketRing(RawSocket socket, int count) {
    this.socket = socket;
    this.blocks = new MemorySegment[count];
    for (int i = 0; i < count; i++) {
      blocks[i] = socket.ring().asSlice((long) i * BLOCK_BYTES, BLOCK_BYTES);
    }
  }

  /**
   * Opens a ring of about so many bytes.
   *
   * @throws IOException where packet sockets are not allowed
   */
  static PacketRing open(List<Bpf.Instruction> filter, long size) throws IOException {
    int count = (int) Math.max(2, size / BLOCK_BYTES);
    return new PacketRing(RawSocket.open(filter, BLOCK_BYTES, count), count);
  }

  /** Reads all that is there, after waiting for it for at most so many milliseconds. */
  void read(int millis, Reader reader) throws IOException {
    if (!isOurs(next)) {
      socket.await(millis);
    }
    for (int read = 0; read < blocks.length && isOurs(next); read++) {
      block(blocks[next], reader);
      INT.setRelease(blocks[next], STATUS, KERNELS);
      next = (next + 1) % blocks.length;
    }
  }

  /** Has the kernel keep what another filter keeps from now on. */
  void filter(List<Bpf.Instruction> filter) throws IOException {
    socket.attach(filter);
  }

  /** Packets lost for want of room since this was last asked. */
  long drops() throws IOException {
    return socket.drops();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private boolean isOurs(int block) {
    return ((int) INT.getAcquire(blocks[block], STATUS) & OURS) != 0;
  }

  /** Copies each packet: reading a few bytes here and there in shared memory costs more. */
  private void block(MemorySegment block, Reader reader) {
    int count = block.get(JAVA_INT, PACKETS);
    int at = block.get(JAVA_INT, FIRST);
    for (int i = 0; i < count; i++) {
      long seconds = Integer.toUnsignedLong(block.get(JAVA_INT, at + 4));
      long nanos = seconds * 1_000_000_000 + block.get(JAVA_INT, at + 8);
      int captured = Math.min(block.get(JAVA_INT, at + 12), kept.length);
      int start = at + Short.toUnsignedInt(block.get(JAVA_SHORT, at + 26));
      MemorySegment.copy(block, JAVA_BYTE, start, kept, 0, captured);
      reader.read(view.clear().limit(captured), block.get(JAVA_INT, at + 16), nanos);
      at += block.get(JAVA_INT, at);
    }
  }
}
