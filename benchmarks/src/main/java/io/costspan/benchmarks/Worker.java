package io.costspan.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.costspan.benchmarks.child.Orders;
import java.io.BufferedReader;
import java.io.IOException;

/** A child JVM that does nothing until it is told. */
final class Worker implements AutoCloseable {
  private final Process process;
  private final Variant variant;
  private final BufferedReader output;

  Worker(Process process, Variant variant) {
    this.process = process;
    this.variant = variant;
    this.output = process.inputReader(UTF_8);
  }

  /** Tells it to do something, and waits until it has. */
  String ask(String order) throws IOException {
    tell(order);
    return answer();
  }

  /** Tells it to do something while others do the same. */
  void tell(String order) throws IOException {
    process.getOutputStream().write((order + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  /** Waits for the answer to the oldest order that has none. */
  String answer() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(Orders.ANSWER)) {
        return line.substring(Orders.ANSWER.length());
      }
    }
    throw new IllegalStateException(
        "the application ended under: " + variant.title() + "; see " + ChildJvm.LOG);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
