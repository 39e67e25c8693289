package io.honeypods.ssh.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of {@code awk} as it was parsed. */
sealed interface AwkExpr {

  /** What can be assigned to. */
  sealed interface Place extends AwkExpr {}

  record Constant(AwkValue value) implements AwkExpr {}

  /** {@code /text/}, which stands for a match of the record where it is not asked for itself. */
  record Pattern(String text) implements AwkExpr {}

  record Variable(String name) implements Place {}

  record Element(String array, List<AwkExpr> keys) implements Place {
    public Element {
      keys = List.copyOf(keys);
    }
  }

  record Field(AwkExpr index) implements Place {}

  /** {@code place operator value}; the operator is what stands before the equals sign. */
  record Assign(Place place, String operator, AwkExpr value) implements AwkExpr {}

  /** {@code ++place}, {@code place--} and their like. */
  record Step(Place place, int by, boolean before) implements AwkExpr {}

  record Unary(char operator, AwkExpr operand) implements AwkExpr {}

  /** Two operands of which both are valued; a blank operator joins. */
  record Binary(String operator, AwkExpr left, AwkExpr right) implements AwkExpr {}

  /** {@code &&} and {@code ||}. */
  record Logic(boolean and, AwkExpr left, AwkExpr right) implements AwkExpr {}

  record Match(boolean negated, AwkExpr text, AwkExpr pattern) implements AwkExpr {}

  record In(List<AwkExpr> keys, String array) implements AwkExpr {
    public In {
      keys = List.copyOf(keys);
    }
  }

  record Choice(AwkExpr condition, AwkExpr yes, AwkExpr no) implements AwkExpr {}

  /** A call of a function of ours, or of the program where {@code own}. */
  record Call(String name, List<AwkExpr> arguments, boolean own) implements AwkExpr {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * {@code getline}.
   *
   * @param source where from: a file's or a command's name; null for the operands
   * @param place where to; null for the record
   */
  record GetLine(@Nullable AwkExpr source, boolean command, @Nullable Place place)
      implements AwkExpr {}
}
