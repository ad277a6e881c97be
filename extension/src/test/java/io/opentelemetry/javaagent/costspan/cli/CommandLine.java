package io.opentelemetry.javaagent.costspan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** One run of the command line, inside the test. */
record CommandLine(int code, String out, String err) {

  static CommandLine run(String... arguments) {
    return withInput(new byte[0], arguments);
  }

  static CommandLine withInput(byte[] in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(
        arguments,
        new ByteArrayInputStream(in),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8));
    return new CommandLine(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
