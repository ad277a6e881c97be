package io.costspan.smoke.apache5;

import java.nio.CharBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.hc.client5.http.async.methods.AbstractCharResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;

/** A stream line by line, as its pieces come. */
final class Lines extends AbstractCharResponseConsumer<Void> {
  private final Consumer<Object> onLine;
  private final Consumer<Optional<Throwable>> onEnd;
  private final StringBuilder line = new StringBuilder();
  private final AtomicBoolean ended = new AtomicBoolean();

  Lines(Consumer<Object> onLine, Consumer<Optional<Throwable>> onEnd) {
    this.onLine = onLine;
    this.onEnd = onEnd;
  }

  @Override
  protected void start(HttpResponse response, ContentType type) {}

  @Override
  protected int capacityIncrement() {
    return Integer.MAX_VALUE;
  }

  @Override
  protected void data(CharBuffer piece, boolean last) {
    while (piece.hasRemaining()) {
      char c = piece.get();
      if (c == '\n') {
        onLine.accept(line.toString());
        line.setLength(0);
      } else {
        line.append(c);
      }
    }
    if (last) {
      end(Optional.empty());
    }
  }

  @Override
  protected Void buildResult() {
    return null;
  }

  @Override
  public void failed(Exception failure) {
    end(Optional.of(failure));
  }

  @Override
  public void releaseResources() {}

  private void end(Optional<Throwable> failure) {
    if (!ended.getAndSet(true)) {
      onEnd.accept(failure);
    }
  }
}
