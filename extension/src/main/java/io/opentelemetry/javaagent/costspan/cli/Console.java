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
    out.print(Text.printable(line) + "\n");
  }

  /** Writes a document that has lines of its own to where results go. */
  void write(String document) {
    out.print(document + "\n");
  }

  /** Writes a line to where complaints go. */
  void complain(String line) {
    err.print(Text.printable(line) + "\n");
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
