package io.honeypods.ipenum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Assembles a program of the <a
 * href="https://www.kernel.org/doc/html/latest/networking/filter.html">classic BPF</a> machine;
 * jumps go forward to labels.
 */
final class Bpf {
  /** Where the kernel shows what it knows of a packet beside its bytes. */
  static final int ANCILLARY = 0xffff_f000;

  static final int PROTOCOL = ANCILLARY;
  static final int PACKET_TYPE = ANCILLARY + 4;
  static final int INTERFACE = ANCILLARY + 8;

  static final int LOAD_BYTE = 0x30;
  static final int LOAD_HALF = 0x28;
  static final int LOAD_WORD = 0x20;
  static final int LOAD_LENGTH = 0x80;
  static final int LOAD_BYTE_AT_X = 0x50;
  static final int LOAD_HALF_AT_X = 0x48;
  static final int X_IMMEDIATE = 0x01;
  static final int X_IPV4_HEADER_LENGTH = 0xb1;
  static final int SUBTRACT_X = 0x1c;
  static final int AND = 0x54;
  static final int JUMP = 0x05;
  static final int JUMP_EQUAL = 0x15;
  static final int JUMP_AT_LEAST = 0x35;
  static final int JUMP_AT_LEAST_X = 0x3d;
  static final int JUMP_ANY_BIT = 0x45;
  static final int RETURN = 0x06;

  /** One instruction, laid out as {@code struct sock_filter}. */
  record Instruction(int code, int whenTrue, int whenFalse, int operand) {}

  private record Draft(int code, int operand, String target) {}

  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();

  Bpf then(int code, int operand) {
    drafts.add(new Draft(code, operand, ""));
    return this;
  }

  /** Goes to a label where the condition holds, and on where not. */
  Bpf when(int condition, int operand, String label) {
    // a conditional jump reaches 255 instructions, the other kind any
    drafts.add(new Draft(condition, operand, ""));
    drafts.add(new Draft(JUMP, 0, label));
    return this;
  }

  Bpf go(String label) {
    drafts.add(new Draft(JUMP, 0, label));
    return this;
  }

  Bpf label(String name) {
    labels.put(name, drafts.size());
    return this;
  }

  List<Instruction> assemble() {
    var program = new ArrayList<Instruction>();
    for (Draft draft : drafts) {
      boolean conditional = (draft.code & 0x07) == JUMP && draft.code != JUMP;
      int operand = draft.operand;
      if (!draft.target.isEmpty()) {
        Integer target = labels.get(draft.target);
        if (target == null || target <= program.size()) {
          throw new IllegalStateException("label " + draft.target + " (expected one further on)");
        }
        operand = target - program.size() - 1;
      }
      program.add(new Instruction(draft.code, 0, conditional ? 1 : 0, operand));
    }
    return List.copyOf(program);
  }
}
