package io.honeypods.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.NetworkInterface;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends exactly so many probes at a rate, through a packet socket: {@code INTERFACE MAC KIND COUNT
 * RATE}, where rate 0 is as fast as it can; prints how many it sent and in how many nanoseconds.
 */
@SuppressWarnings("restricted") // what FFM is for
final class IpenumSender {
  private static final int BATCH = 64;
  private static final int MESSAGE_HEADER = 64;
  private static final int IO_VECTOR = 16;
  private static final int FRAME = 64;
  private static final int AF_PACKET = 17;
  private static final int SOCK_RAW = 3;
  private static final long NANOS = 1_000_000_000;

  private static final MethodHandle SOCKET =
      call("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle BIND =
      call("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle SENDMMSG =
      call("sendmmsg", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));

  private final IpenumPackets packets;
  private final int socket;
  private final MemorySegment messages;
  private final MemorySegment frames;

  private IpenumSender(Arena arena, NetworkInterface from, IpenumPackets packets) throws Throwable {
    this.packets = packets;
    this.messages = arena.allocate((long) BATCH * MESSAGE_HEADER, 8);
    this.frames = arena.allocate((long) BATCH * FRAME, 8);
    MemorySegment vectors = arena.allocate((long) BATCH * IO_VECTOR, 8);
    for (long i = 0; i < BATCH; i++) {
      vectors.set(ADDRESS, i * IO_VECTOR, frames.asSlice(i * FRAME));
      vectors.set(JAVA_LONG, i * IO_VECTOR + 8, packets.length());
      messages.set(ADDRESS, i * MESSAGE_HEADER + 16, vectors.asSlice(i * IO_VECTOR));
      messages.set(JAVA_LONG, i * MESSAGE_HEADER + 24, 1);
    }
    socket = (int) SOCKET.invokeExact(AF_PACKET, SOCK_RAW, 0);
    MemorySegment address = arena.allocate(20, 4);
    address.set(JAVA_SHORT, 0, (short) AF_PACKET);
    address.set(JAVA_INT, 4, from.getIndex());
    int bound = (int) BIND.invokeExact(socket, address, 20);
    if (socket < 0 || bound < 0) {
      throw new IllegalStateException("no packet socket (expected root)");
    }
  }

  public static void main(String[] args) throws Throwable {
    NetworkInterface from = NetworkInterface.getByName(args[0]);
    byte[] mac = HexFormat.ofDelimiter(":").parseHex(args[1]);
    var kind = IpenumPackets.Kind.valueOf(args[2].toUpperCase(Locale.ROOT));
    long count = Long.parseLong(args[3]);
    try (Arena arena = Arena.ofConfined()) {
      var packets = new IpenumPackets(kind, mac, from.getHardwareAddress());
      var sender = new IpenumSender(arena, from, packets);
      System.out.println(count + " " + sender.send(count, Long.parseLong(args[4])));
    }
  }

  /** Sends them; how many nanoseconds that took. */
  private long send(long count, long rate) throws Throwable {
    long start = System.nanoTime();
    for (long sent = 0; sent < count; ) {
      long elapsed = System.nanoTime() - start;
      long due = rate == 0 ? count : Math.min(count, elapsed * rate / NANOS + 1);
      if (due <= sent) {
        LockSupport.parkNanos(500_000);
      } else {
        sent += batch(sent, (int) Math.min(BATCH, due - sent));
      }
    }
    return System.nanoTime() - start;
  }

  private int batch(long first, int count) throws Throwable {
    for (int i = 0; i < count; i++) {
      packets.write(first + i, frames.asSlice((long) i * FRAME, FRAME).asByteBuffer());
    }
    int sent = (int) SENDMMSG.invokeExact(socket, messages, count, 0);
    return Math.max(0, sent);
  }

  private static MethodHandle call(String name, FunctionDescriptor signature) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), signature);
  }
}
