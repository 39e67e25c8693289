package io.honeypods.ssh.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of {@code awk} as it was parsed. */
sealed interface AwkStatement {

  record Expression(AwkExpr expression) implements AwkStatement {}

  /**
   * {@code print} and {@code printf}.
   *
   * @param redirection {@code >}, {@code >>}, {@code |}, or nothing
   * @param target where to; null for the standard output
   */
  record Print(
      List<AwkExpr> values, boolean formatted, String redirection, @Nullable AwkExpr target)
      implements AwkStatement {
    public Print {
      values = List.copyOf(values);
    }
  }

  record Block(List<AwkStatement> statements) implements AwkStatement {
    public Block {
      statements = List.copyOf(statements);
    }
  }

  record If(AwkExpr condition, AwkStatement then, @Nullable AwkStatement otherwise)
      implements AwkStatement {}

  /** {@code while}, {@code do} where the body runs first, and {@code for} with a last step. */
  record Loop(
      @Nullable AwkExpr condition,
      AwkStatement body,
      @Nullable AwkStatement next,
      boolean bodyFirst)
      implements AwkStatement {}

  /** {@code for (name in array)}. */
  record Each(String name, String array, AwkStatement body) implements AwkStatement {}

  /** {@code delete array[keys]}; no keys for all of it. */
  record Delete(String array, List<AwkExpr> keys) implements AwkStatement {
    public Delete {
      keys = List.copyOf(keys);
    }
  }

  /** {@code break}, {@code continue}, {@code next}, {@code nextfile}. */
  record Leave(AwkJump.Kind kind) implements AwkStatement {}

  /** {@code exit} and {@code return}. */
  record End(AwkJump.Kind kind, @Nullable AwkExpr value) implements AwkStatement {}
}
