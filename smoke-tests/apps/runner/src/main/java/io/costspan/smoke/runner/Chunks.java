package io.costspan.smoke.runner;

import java.util.stream.Stream;

/** A stream of the SDK: to be closed, whether or not it was read. */
public record Chunks(Stream<?> all, Runnable closing) implements AutoCloseable {
  @Override
  public void close() {
    closing.run();
  }
}
