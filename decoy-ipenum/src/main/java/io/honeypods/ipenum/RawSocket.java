package io.honeypods.ipenum;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * A packet socket with a filter and a ring that the kernel fills (<a
 * href="https://man7.org/linux/man-pages/man7/packet.7.html">packet(7)</a>). It holds every call
 * into the C library, and none of them sends.
 */
@SuppressWarnings("restricted") // what FFM is for
final class RawSocket implements AutoCloseable {
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
  private static final int RETIRE_MILLIS = 50;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_OF = STATE.varHandle(PathElement.groupElement("errno"));
  private static final ValueLayout.OfLong SIZE = JAVA_LONG;

  private static final MethodHandle SOCKET = call("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle SETSOCKOPT =
      call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle GETSOCKOPT =
      call("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle BIND = call("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle MMAP =
      call("mmap", ADDRESS, ADDRESS, SIZE, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle MUNMAP = call("munmap", JAVA_INT, ADDRESS, SIZE);
  private static final MethodHandle POLL = call("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle CLOSE = call("close", JAVA_INT, JAVA_INT);

  private final Arena arena = Arena.ofShared();
  private final MemorySegment state = arena.allocate(STATE);
  private final MemorySegment polled = arena.allocate(8, 4);
  private final MemorySegment statistics = arena.allocate(12, 4);
  private final MemorySegment length = arena.allocate(JAVA_INT);
  private final int descriptor;
  private MemorySegment ring = MemorySegment.NULL;

  private RawSocket() throws IOException {
    // protocol 0: nothing is received before the filter is there
    descriptor = (int) check("socket", SOCKET, AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
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
    try {
      int ready = (int) POLL.invoke(state, polled, 1L, millis);
      if (ready < 0 && errno() != 4) { // EINTR
        throw failed("poll");
      }
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Packets that the kernel could not put into the ring since this was last asked. */
  long drops() throws IOException {
    length.set(JAVA_INT, 0, 12);
    check("getsockopt", GETSOCKOPT, descriptor, SOL_PACKET, PACKET_STATISTICS, statistics, length);
    return Integer.toUnsignedLong(statistics.get(JAVA_INT, 4));
  }

  @Override
  public void close() throws IOException {
    if (ring.address() != 0) {
      check("munmap", MUNMAP, ring, ring.byteSize());
    }
    check("close", CLOSE, descriptor);
    arena.close();
  }

  private void attach(List<Bpf.Instruction> filter) throws IOException {
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
    long address =
        check("mmap", MMAP, MemorySegment.NULL, bytes, PROT_READ_WRITE, MAP_SHARED, descriptor, 0L);
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
      check("bind", BIND, descriptor, address, 20);
    }
  }

  private void set(int level, int option, MemorySegment value) throws IOException {
    int bytes = (int) value.byteSize();
    check("setsockopt " + option, SETSOCKOPT, descriptor, level, option, value, bytes);
  }

  private long check(String what, MethodHandle call, Object... arguments) throws IOException {
    Object result;
    try {
      Object[] all = new Object[arguments.length + 1];
      all[0] = state;
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      result = call.invokeWithArguments(all);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    long value = result instanceof MemorySegment s ? s.address() : ((Number) result).longValue();
    if (value == -1) {
      throw failed(what);
    }
    return value;
  }

  private int errno() {
    return (int) ERRNO_OF.get(state, 0L);
  }

  private IOException failed(String what) {
    int errno = errno();
    String why =
        switch (errno) {
          case 1 -> "not permitted (CAP_NET_RAW is missing)";
          case 12 -> "out of memory";
          case 13 -> "access denied";
          case 97 -> "packet sockets are not supported";
          default -> "errno " + errno;
        };
    return new IOException(what + ": " + why);
  }

  private static MethodHandle call(String name, ValueLayout result, ValueLayout... arguments) {
    MemorySegment symbol =
        LINKER
            .defaultLookup()
            .find(name)
            .orElseThrow(() -> new UnsupportedOperationException("no " + name + " in libc"));
    return LINKER.downcallHandle(symbol, FunctionDescriptor.of(result, arguments), ERRNO);
  }
}
