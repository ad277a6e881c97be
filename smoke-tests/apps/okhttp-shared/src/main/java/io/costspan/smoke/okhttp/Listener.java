package io.costspan.smoke.okhttp;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;

/** Listens as the examples for okhttp-sse do: up to the event that is no JSON, then it leaves. */
final class Listener extends EventSourceListener {
  private final Consumer<Object> onChunk;
  private final Consumer<Optional<Throwable>> onEnd;
  private final AtomicBoolean ended = new AtomicBoolean();

  Listener(Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    this.onChunk = onChunk;
    this.onEnd = onEnd;
  }

  @Override
  public void onEvent(EventSource source, String id, String type, String data) {
    if (data.equals("[DONE]")) {
      source.cancel();
      end(Optional.empty());
    } else {
      onChunk.accept(data);
    }
  }

  @Override
  public void onClosed(EventSource source) {
    end(Optional.empty());
  }

  @Override
  public void onFailure(EventSource source, Throwable failure, Response response) {
    end(Optional.of(failure == null ? new IllegalStateException("failed") : failure));
  }

  private void end(Optional<Throwable> failure) {
    if (!ended.getAndSet(true)) {
      onEnd.accept(failure);
    }
  }
}
