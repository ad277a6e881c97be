package io.opentelemetry.javaagent.costspan.cli;

import java.io.InputStream;
import java.io.PrintStream;

/** The three streams of a command. */
final class Console {

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  Console(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  InputStream in() {
    return in;
  }

  /** Writes a line to where results go. */
  void say(String line) {
    out.print(line + "\n");
  }

  /** Writes a line to where complaints go. */
  void complain(String line) {
    err.print(line + "\n");
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
