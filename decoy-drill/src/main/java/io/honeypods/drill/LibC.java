package io.honeypods.drill;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The functions of the C library that send an ICMP packet. */
@SuppressWarnings("restricted") // what FFM is for
final class LibC {
  private static final int AF_INET = 2;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_RAW = 3;
  private static final int IPPROTO_ICMP = 1;
  private static final short POLLIN = 1;
  private static final int ADDRESS_LENGTH = 16;
  private static final int ADDRESS_OFFSET = 4;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle SOCKET =
      call("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle SENDTO =
      call(
          "sendto",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle POLL =
      call("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle RECV =
      call("recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle CLOSE =
      call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private final Arena arena;

  LibC(Arena arena) {
    this.arena = arena;
  }

  int icmpSocket() throws IOException {
    int datagram = (int) invoke(SOCKET, AF_INET, SOCK_DGRAM, IPPROTO_ICMP);
    int socket = datagram >= 0 ? datagram : (int) invoke(SOCKET, AF_INET, SOCK_RAW, IPPROTO_ICMP);
    if (socket < 0) {
      throw new IOException(
          "no ICMP socket (expected net.ipv4.ping_group_range to hold this group, or root)");
    }
    return socket;
  }

  void send(int socket, byte[] ipv4, byte[] packet) throws IOException {
    MemorySegment address = arena.allocate(ADDRESS_LENGTH);
    address.set(JAVA_SHORT, 0, (short) AF_INET);
    MemorySegment.copy(ipv4, 0, address, JAVA_BYTE, ADDRESS_OFFSET, ipv4.length);
    MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, packet);
    long sent =
        (long) invoke(SENDTO, socket, bytes, (long) packet.length, 0, address, ADDRESS_LENGTH);
    if (sent != packet.length) {
      throw new IOException("sendto returned " + sent + " (expected " + packet.length + ")");
    }
  }

  boolean awaitInput(int socket, int millis) throws IOException {
    MemorySegment polled =
        arena.allocate(MemoryLayout.structLayout(JAVA_INT, JAVA_SHORT, JAVA_SHORT));
    polled.set(JAVA_INT, 0, socket);
    polled.set(JAVA_SHORT, JAVA_INT.byteSize(), POLLIN);
    return (int) invoke(POLL, polled, 1L, millis) > 0;
  }

  long receive(int socket, MemorySegment buffer) throws IOException {
    return (long) invoke(RECV, socket, buffer, buffer.byteSize(), 0);
  }

  void close(int socket) throws IOException {
    int failed = (int) invoke(CLOSE, socket);
    if (failed != 0) {
      throw new IOException("close returned " + failed + " (expected 0)");
    }
  }

  private static Object invoke(MethodHandle function, Object... arguments) throws IOException {
    try {
      return function.invokeWithArguments(arguments);
    } catch (Throwable e) { // what invoking a handle declares
      throw new IOException("C library", e);
    }
  }

  private static MethodHandle call(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor);
  }
}
