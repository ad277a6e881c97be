package io.opentelemetry.javaagent.costspan.cli;

/** What the process says to a script. */
final class ExitCode {

  static final int FINE = 0;
  /** The answer is no: a file is not valid, two books differ. */
  static final int NO = 1;
  /** The command was not understood. */
  static final int WRONG_USAGE = 2;
  /** The call has no price. */
  static final int UNPRICED = 3;
  /** A fault of ours. */
  static final int FAULT = 70;

  private ExitCode() {}
}
