package io.opentelemetry.javaagent.costspan.tap.apache5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * A consumer that may throw what it is given at the first bytes. As HttpCore's reactive one it
 * cancels its result when it is released.
 */
final class LeavingConsumer implements AsyncResponseConsumer<String> {

  private final CountDownLatch consuming = new CountDownLatch(1);
  private final @Nullable IOException leaving;
  private @Nullable FutureCallback<String> result;

  LeavingConsumer(@Nullable IOException leaving) {
    this.leaving = leaving;
  }

  void awaitBytes() throws InterruptedException {
    consuming.await();
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails body,
      HttpContext context,
      FutureCallback<String> given) {
    result = given;
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context) {}

  @Override
  public void updateCapacity(CapacityChannel capacity) throws IOException {
    capacity.update(Integer.MAX_VALUE);
  }

  @Override
  public void consume(ByteBuffer bytes) throws IOException {
    bytes.position(bytes.limit());
    consuming.countDown();
    if (leaving != null) {
      throw leaving;
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    result.completed("whole");
  }

  @Override
  public void failed(Exception failure) {}

  @Override
  public void releaseResources() {
    if (result != null) {
      result.cancelled();
    }
  }
}
