package io.costspan.smoke.runner;

import java.util.function.Supplier;

/** A response that the SDK has not parsed. */
public record RawAnswer(int status, String requestId, Supplier<Object> parsing, Runnable closing)
    implements AutoCloseable {
  @Override
  public void close() {
    closing.run();
  }
}
