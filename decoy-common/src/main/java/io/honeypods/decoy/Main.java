package io.honeypods.decoy;

import picocli.CommandLine;

/** The command line: {@code up}, {@code check} and {@code --version}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Diagnostics.configure();
    System.exit(new CommandLine(new DecoyCommand()).execute(arguments));
  }
}
