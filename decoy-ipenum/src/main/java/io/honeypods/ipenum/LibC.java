package io.honeypods.ipenum;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

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

/** Every function of the C library that is called, none of which sends; for one thread. */
@SuppressWarnings("restricted") // what FFM is for
final class LibC {
  private static final int EINTR = 4;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_OF = STATE.varHandle(PathElement.groupElement("errno"));

  private static final MethodHandle SOCKET = call("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle SETSOCKOPT =
      call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle GETSOCKOPT =
      call("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle BIND = call("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle MMAP =
      call("mmap", ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle MUNMAP = call("munmap", JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle POLL = call("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle CLOSE = call("close", JAVA_INT, JAVA_INT);

  private final MemorySegment state;

  /** Keeps the number of the last fault in memory of {@code arena}. */
  LibC(Arena arena) {
    this.state = arena.allocate(STATE);
  }

  int socket(int domain, int type, int protocol) throws IOException {
    return (int) check("socket", SOCKET, domain, type, protocol);
  }

  void setsockopt(int socket, int level, int option, MemorySegment value) throws IOException {
    int bytes = (int) value.byteSize();
    check("setsockopt " + option, SETSOCKOPT, socket, level, option, value, bytes);
  }

  void getsockopt(int socket, int level, int option, MemorySegment value, MemorySegment length)
      throws IOException {
    check("getsockopt " + option, GETSOCKOPT, socket, level, option, value, length);
  }

  void bind(int socket, MemorySegment address) throws IOException {
    check("bind", BIND, socket, address, (int) address.byteSize());
  }

  /** Maps memory that is shared with the kernel; its address. */
  long mmap(long bytes, int protection, int flags, int socket) throws IOException {
    return check("mmap", MMAP, MemorySegment.NULL, bytes, protection, flags, socket, 0L);
  }

  void munmap(MemorySegment memory) throws IOException {
    check("munmap", MUNMAP, memory, memory.byteSize());
  }

  /** Waits for one descriptor; returns early where a signal comes. */
  void poll(MemorySegment polled, int millis) throws IOException {
    try {
      int ready = (int) POLL.invoke(state, polled, 1L, millis);
      if (ready < 0 && errno() != EINTR) {
        throw failed("poll");
      }
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  void close(int descriptor) throws IOException {
    check("close", CLOSE, descriptor);
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
