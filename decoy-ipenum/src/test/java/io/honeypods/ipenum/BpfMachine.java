package io.honeypods.ipenum;

import java.util.List;

/** Runs a filter as the kernel would, over a packet from its IP header on. */
record BpfMachine(List<Bpf.Instruction> program, int packetType, int protocol, int interfaceIndex) {

  /** How many bytes of the packet are kept; 0 where it is dropped. */
  int run(byte[] packet) {
    int a = 0;
    int x = 0;
    for (int at = 0; ; at++) {
      Bpf.Instruction now = program.get(at);
      int k = now.operand();
      long loaded = load(now.code(), k, x, packet);
      if (loaded == -1) {
        return 0; // what a load beyond the end does
      }
      switch (now.code()) {
        case Bpf.RETURN -> {
          return k;
        }
        case Bpf.X_IMMEDIATE -> x = k;
        case Bpf.X_IPV4_HEADER_LENGTH -> x = (packet[k] & 0xf) * 4;
        case Bpf.SUBTRACT_X -> a -= x;
        case Bpf.AND -> a &= k;
        case Bpf.JUMP -> at += k;
        case Bpf.JUMP_EQUAL -> at += a == k ? now.whenTrue() : now.whenFalse();
        case Bpf.JUMP_AT_LEAST ->
            at += Integer.compareUnsigned(a, k) >= 0 ? now.whenTrue() : now.whenFalse();
        case Bpf.JUMP_AT_LEAST_X ->
            at += Integer.compareUnsigned(a, x) >= 0 ? now.whenTrue() : now.whenFalse();
        case Bpf.JUMP_ANY_BIT -> at += (a & k) != 0 ? now.whenTrue() : now.whenFalse();
        default -> a = (int) loaded;
      }
    }
  }

  /** What is loaded; -1 beyond the end, 0 where nothing is loaded. */
  private long load(int code, int k, int x, byte[] packet) {
    return switch (code) {
      case Bpf.LOAD_LENGTH -> packet.length;
      case Bpf.LOAD_WORD -> ancillary(k);
      case Bpf.LOAD_BYTE -> bytes(packet, k, 1);
      case Bpf.LOAD_HALF -> bytes(packet, k, 2);
      case Bpf.LOAD_BYTE_AT_X -> bytes(packet, k + x, 1);
      case Bpf.LOAD_HALF_AT_X -> bytes(packet, k + x, 2);
      case Bpf.X_IPV4_HEADER_LENGTH -> bytes(packet, k, 1);
      default -> 0;
    };
  }

  private int ancillary(int k) {
    return switch (k) {
      case Bpf.PROTOCOL -> protocol;
      case Bpf.PACKET_TYPE -> packetType;
      case Bpf.INTERFACE -> interfaceIndex;
      default -> throw new IllegalArgumentException("word at " + k);
    };
  }

  private static long bytes(byte[] packet, int at, int count) {
    if (at < 0 || at + count > packet.length) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 8) | (packet[at + i] & 0xff);
    }
    return value;
  }
}
