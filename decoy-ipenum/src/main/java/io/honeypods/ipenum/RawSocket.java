package io.honeypods.ipenum;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * A packet socket with a filter and a ring that the kernel fills (<a
 * href="https://man7.org/linux/man-pages/man7/packet.7.html">packet(7)</a>).
 */
@SuppressWarnings("restricted") // what FFM is for
final class RawSocket implements AutoCloseable {
  /** After which the kernel hands over a block that is not full. */
  static final int RETIRE_MILLIS = 50;

  private static final int AF_PACKET = 17;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_ATTACH_FILTER = 26;
  private static final int SOL_PACKET = 263;
  private static final int PACKET_RX_RING = 5;
  private static final int PACKET_STATISTICS = 6;
  private static final int PACKET_VERSION = 10;
  private static final int PACKET_IGNORE_OUTGOING = 23;
  private static final int TPACKET_V3 = 2;
  private static final short ETH_P_ALL_IN_NETWORK_ORDER = Short.reverseBytes((short) 3);
  private static final int PROT_READ_WRITE = 3;
  private static final int MAP_SHARED = 1;
  private static final short POLLIN = 1;
  private static final int FRAME_BYTES = 2048;

  private final Arena arena = Arena.ofShared();
  private final LibC libc = new LibC(arena);
  private final MemorySegment polled = arena.allocate(8, 4);
  private final MemorySegment statistics = arena.allocate(12, 4);
  private final MemorySegment length = arena.allocate(JAVA_INT);
  private final int descriptor;
  private MemorySegment ring = MemorySegment.NULL;

  private RawSocket() throws IOException {
    // protocol 0: nothing is received before the filter is there
    descriptor = libc.socket(AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    polled.set(JAVA_INT, 0, descriptor);
    polled.set(JAVA_SHORT, 4, POLLIN);
  }

  /**
   * Opens a socket whose ring is {@code blocks} blocks of {@code blockBytes}.
   *
   * @throws IOException where that is not allowed, or not known to this kernel
   */
  static RawSocket open(List<Bpf.Instruction> filter, int blockBytes, int blocks)
      throws IOException {
    var socket = new RawSocket();
    try {
      socket.attach(filter);
      socket.map(blockBytes, blocks);
      socket.bind();
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** The memory that the kernel shares with us. */
  MemorySegment ring() {
    return ring;
  }

  /** Waits until a block is ours, or for so many milliseconds. */
  void await(int millis) throws IOException {
    libc.poll(polled, millis);
  }

  /** Packets that the kernel could not put into the ring since this was last asked. */
  long drops() throws IOException {
    length.set(JAVA_INT, 0, 12);
    libc.getsockopt(descriptor, SOL_PACKET, PACKET_STATISTICS, statistics, length);
    return Integer.toUnsignedLong(statistics.get(JAVA_INT, 4));
  }

  @Override
  public void close() throws IOException {
    if (ring.address() != 0) {
      libc.munmap(ring);
    }
    libc.close(descriptor);
    arena.close();
  }

  /** Has the kernel drop what this filter drops, in place of another filter. */
  void attach(List<Bpf.Instruction> filter) throws IOException {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment program = local.allocate(filter.size() * 8L, 8);
      for (int i = 0; i < filter.size(); i++) {
        Bpf.Instruction instruction = filter.get(i);
        long at = i * 8L;
        program.set(JAVA_SHORT, at, (short) instruction.code());
        program.set(JAVA_BYTE, at + 2, (byte) instruction.whenTrue());
        program.set(JAVA_BYTE, at + 3, (byte) instruction.whenFalse());
        program.set(JAVA_INT, at + 4, instruction.operand());
      }
      MemorySegment header = local.allocate(16, 8);
      header.set(JAVA_SHORT, 0, (short) filter.size());
      header.set(ADDRESS, 8, program);
      set(SOL_SOCKET, SO_ATTACH_FILTER, header);
    }
  }

  private void map(int blockBytes, int blocks) throws IOException {
    try (Arena local = Arena.ofConfined()) {
      set(SOL_PACKET, PACKET_VERSION, local.allocateFrom(JAVA_INT, TPACKET_V3));
      MemorySegment request = local.allocate(28, 4);
      request.set(JAVA_INT, 0, blockBytes);
      request.set(JAVA_INT, 4, blocks);
      request.set(JAVA_INT, 8, FRAME_BYTES);
      request.set(JAVA_INT, 12, blockBytes / FRAME_BYTES * blocks);
      request.set(JAVA_INT, 16, RETIRE_MILLIS);
      set(SOL_PACKET, PACKET_RX_RING, request);
      ignoreOutgoing(local);
    }
    long bytes = (long) blockBytes * blocks;
    long address = libc.mmap(bytes, PROT_READ_WRITE, MAP_SHARED, descriptor);
    ring = MemorySegment.ofAddress(address).reinterpret(bytes, arena, null);
  }

  /** Spares the kernel the work; before Linux 4.20 the filter alone has to do. */
  private void ignoreOutgoing(Arena local) {
    try {
      set(SOL_PACKET, PACKET_IGNORE_OUTGOING, local.allocateFrom(JAVA_INT, 1));
    } catch (IOException _) {
      // the filter drops them
    }
  }

  private void bind() throws IOException {
    try (Arena local = Arena.ofConfined()) {
      MemorySegment address = local.allocate(20, 4);
      address.set(JAVA_SHORT, 0, (short) AF_PACKET);
      address.set(JAVA_SHORT, 2, ETH_P_ALL_IN_NETWORK_ORDER);
      libc.bind(descriptor, address);
    }
  }

  private void set(int level, int option, MemorySegment value) throws IOException {
    libc.setsockopt(descriptor, level, option, value);
  }
}
