package io.costspan.smoke.runner;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One version of one SDK, as an application uses it. */
public interface LlmSdk {
  Set<Feature> features();

  /** A result as it is printed: whole, but for what differs between two runs. */
  default String shown(Object result) {
    return String.valueOf(result);
  }

  Object call(Ask ask);

  CompletableFuture<?> callAsync(Ask ask);

  Chunks stream(Ask ask);

  /** The same, for who leaves early: not with every SDK is closing its stream enough. */
  default Chunks streamToLeave(Ask ask) {
    return stream(ask);
  }

  /**
   * Returns what has to stay reachable until the end: openai-java 0.7.5 closes an asynchronous
   * stream that nobody refers to any more, subscribed or not.
   */
  Object streamAsync(Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd);

  /** What the SDK's exception offers beside its message, on one line; empty for other exceptions. */
  String details(Throwable failure);

  default RawAnswer raw(Ask ask) {
    throw new UnsupportedOperationException();
  }

  /** A client derived from this one. */
  default LlmSdk withOptions() {
    throw new UnsupportedOperationException();
  }

  /** A client derived from this one that asks once and waits a second for its answer. */
  default LlmSdk hasty() {
    throw new UnsupportedOperationException();
  }

  default Object structured(Ask ask) {
    throw new UnsupportedOperationException();
  }

  default Object responses(Ask ask) {
    throw new UnsupportedOperationException();
  }

  default Chunks responsesStream(Ask ask) {
    throw new UnsupportedOperationException();
  }

  default Object embed(Ask ask, boolean base64) {
    throw new UnsupportedOperationException();
  }

  /** A call that asks the provider to cache its prompt. */
  default Object callCaching(Ask ask, boolean forAnHour) {
    throw new UnsupportedOperationException();
  }

  default Chunks streamCaching(Ask ask, boolean forAnHour) {
    throw new UnsupportedOperationException();
  }
}
