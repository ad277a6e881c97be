package io.costspan.smoke.openai;

import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.StreamResponse;
import io.costspan.smoke.runner.Chunks;
import java.util.Optional;
import java.util.function.Consumer;

/** The SDK's streams in the runner's words. */
final class Streams {
  private Streams() {}

  static Chunks chunks(StreamResponse<?> response) {
    return new Chunks(response.stream(), () -> close(response));
  }

  static <T> Object subscribe(
      AsyncStreamResponse<T> response,
      Consumer<Object> onChunk,
      Consumer<Optional<Throwable>> onEnd) {
    response.subscribe(
        new AsyncStreamResponse.Handler<T>() {
          @Override
          public void onNext(T chunk) {
            onChunk.accept(chunk);
          }

          @Override
          public void onComplete(Optional<Throwable> failure) {
            onEnd.accept(failure);
          }
        });
    return response;
  }

  /** Declared to throw anything by the oldest version, nothing by the newest. */
  private static void close(AutoCloseable response) {
    try {
      response.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
