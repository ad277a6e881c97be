package io.opentelemetry.javaagent.costspan.cli;

/** The command cannot be carried out as it was written; the message says what would help. */
final class WrongUsage extends Exception {

  private static final long serialVersionUID = 1L;

  WrongUsage(String message) {
    super(message);
  }
}
