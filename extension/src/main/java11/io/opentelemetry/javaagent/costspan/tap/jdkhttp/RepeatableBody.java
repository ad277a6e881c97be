package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Reads the request bodies that are texts or arrays: their publishers, the JDK's own, hand out
 * copies as often as they are asked, on the asking thread. Any other publisher may be good for one
 * subscription, and is left to the client.
 */
final class RepeatableBody implements Subscriber<ByteBuffer> {

  private static final Class<?> ARRAY = BodyPublishers.ofByteArray(new byte[1]).getClass();
  private static final Class<?> TEXT = BodyPublishers.ofString("{}").getClass();

  private final OutputStream out;

  private RepeatableBody(OutputStream out) {
    this.out = out;
  }

  /** Writes the body, or nothing where that could change the request. */
  static void write(@Nullable BodyPublisher body, OutputStream out) throws IOException {
    if (body == null || (body.getClass() != ARRAY && body.getClass() != TEXT)) {
      return;
    }
    try {
      body.subscribe(new RepeatableBody(out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ByteBuffer piece) {
    try {
      out.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void onError(Throwable failure) {}

  @Override
  public void onComplete() {}
}
