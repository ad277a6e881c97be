package io.opentelemetry.javaagent.costspan.tap.okhttp;

import java.io.InterruptedIOException;
import java.util.concurrent.CancellationException;
import okhttp3.Call;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * A call of OkHttp's and the response that it got, if any. Immutable.
 *
 * <p>Knows why the call failed: whoever cancels one, and OkHttp itself when a call's timeout has
 * passed, only closes the socket, so that the exception says nothing but that.
 */
final class Exchange {

  /**
   * What may pass between the start of a call's timeout and its first interceptor: on a machine with
   * more to do than it can, more than 50 ms did. A quarter of a short timeout.
   */
  private static final long MAX_SLACK_NANOS = 500_000_000;

  private final Call call;
  private final long startNanos;
  private final @Nullable AskingRequest asking;
  private final @Nullable Response response;

  private Exchange(
      Call call, long startNanos, @Nullable AskingRequest asking, @Nullable Response response) {
    this.call = call;
    this.startNanos = startNanos;
    this.asking = asking;
    this.response = response;
  }

  static Exchange begin(Call call) {
    return new Exchange(call, System.nanoTime(), null, null);
  }

  Exchange with(Response newResponse) {
    return new Exchange(call, startNanos, asking, newResponse);
  }

  /** The same for a request that asks for what the application did not. */
  Exchange asking(AskingRequest newAsking) {
    return new Exchange(call, startNanos, newAsking, response);
  }

  /** Whether the usage of a stream is not for the application. */
  boolean hidesUsage() {
    return asking != null;
  }

  /** The response with another body, and as the answer to what the application sent. */
  Exchange withBody(ResponseBody body) {
    Response teed = response().newBuilder().body(body).build();
    return with(asking == null ? teed : asking.shown(teed));
  }

  Response response() {
    if (response == null) {
      throw new IllegalStateException("no response yet");
    }
    return response;
  }

  Throwable reason(Throwable failure) {
    if (!call.isCanceled()) {
      return failure;
    }
    long limitNanos = call.timeout().timeoutNanos();
    long slackNanos = Math.min(limitNanos / 4, MAX_SLACK_NANOS);
    boolean late = limitNanos > 0 && System.nanoTime() - startNanos >= limitNanos - slackNanos;
    return late ? new InterruptedIOException("timeout") : new CancellationException("Canceled");
  }
}
