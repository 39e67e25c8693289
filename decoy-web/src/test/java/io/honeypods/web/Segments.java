package io.honeypods.web;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Counts the TCP segments of an answer by Linux's TCP_INFO, which Java's sockets don't show. */
final class Segments {
  private static final int AF_INET = 2;
  private static final int SOCK_STREAM = 1;
  private static final int IPPROTO_TCP = 6;
  private static final int TCP_INFO = 11;
  private static final int DATA_SEGS_IN = 152;
  private static final int INFO_SIZE = 232;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final ValueLayout PTR = ValueLayout.ADDRESS;
  private static final MethodHandle SOCKET = c("socket", FunctionDescriptor.of(INT, INT, INT, INT));
  private static final MethodHandle CONNECT =
      c("connect", FunctionDescriptor.of(INT, INT, PTR, INT));
  private static final MethodHandle WRITE = c("write", FunctionDescriptor.of(LONG, INT, PTR, LONG));
  private static final MethodHandle GETSOCKOPT =
      c("getsockopt", FunctionDescriptor.of(INT, INT, INT, INT, PTR, PTR));
  private static final MethodHandle CLOSE = c("close", FunctionDescriptor.of(INT, INT));

  private Segments() {}

  @SuppressWarnings("restricted")
  private static MethodHandle c(String function, FunctionDescriptor descriptor) {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(function), descriptor);
  }

  /** Sends a case's first write and tells how many segments with data came back. */
  static int of(NginxCase what, InetSocketAddress server) throws IOException {
    try (var arena = Arena.ofConfined()) {
      int fd = (int) SOCKET.invokeExact(AF_INET, SOCK_STREAM, 0);
      try {
        connect(fd, server, arena);
        byte[] bytes = what.writes().getFirst();
        var request = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
        check((long) WRITE.invokeExact(fd, request, (long) bytes.length));
        return settled(fd, arena);
      } finally {
        check((int) CLOSE.invokeExact(fd));
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException(e);
    }
  }

  /** The count once something came and nothing more for a while. */
  private static int settled(int fd, Arena arena) throws Throwable {
    long began = System.nanoTime();
    long changed = began;
    int seen = 0;
    while (System.nanoTime() - began < LONGEST_NANOS) {
      LockSupport.parkNanos(LOOK_NANOS);
      int now = segmentsIn(fd, arena);
      if (now != seen) {
        seen = now;
        changed = System.nanoTime();
      } else if (seen > 0 && System.nanoTime() - changed >= QUIET_NANOS) {
        return seen;
      }
    }
    return seen;
  }

  private static int segmentsIn(int fd, Arena arena) throws Throwable {
    var info = arena.allocate(INFO_SIZE, 8);
    var size = arena.allocateFrom(INT, INFO_SIZE);
    check((int) GETSOCKOPT.invokeExact(fd, IPPROTO_TCP, TCP_INFO, info, size));
    return info.get(INT, DATA_SEGS_IN);
  }

  private static void connect(int fd, InetSocketAddress server, Arena arena) throws Throwable {
    var address = ByteBuffer.allocate(16);
    address.put((byte) AF_INET).put((byte) 0).putShort((short) server.getPort());
    address.put(server.getAddress().getAddress());
    MemorySegment sockaddr = arena.allocateFrom(ValueLayout.JAVA_BYTE, address.array());
    check((int) CONNECT.invokeExact(fd, sockaddr, 16));
  }

  private static void check(long result) throws IOException {
    if (result < 0) {
      throw new IOException("a system call failed");
    }
  }
}
