package io.opentelemetry.javaagent.costspan.call;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What every tap does around its seam. Nothing here throws: a failure of ours is counted, and what
 * the SDK returned or threw stands.
 *
 * @param <R> the SDK's response
 */
public final class Tap<R> {

  /** Shows a call the head of a response, and wraps the response so that its body is teed. */
  public interface Wrapper<R> {
    R wrap(R response, LlmCall call);
  }

  /** Shows a call what a failure says of the response that it stands for. */
  public interface Refusal {
    void show(Throwable failure, LlmCall call);
  }

  private final String site;
  private final Wrapper<R> wrapper;
  private final Refusal refusal;

  /**
   * @param name the SDK's short name, for {@code costspan.failures}
   */
  public Tap(String name, Wrapper<R> wrapper) {
    this(name, wrapper, (failure, call) -> {});
  }

  /**
   * @param refusal for an SDK whose failures know more than their class
   */
  public Tap(String name, Wrapper<R> wrapper, Refusal refusal) {
    this.site = "tap." + name;
    this.wrapper = wrapper;
    this.refusal = refusal;
    TapFit.installed(name, wrapper.getClass().getClassLoader());
  }

  /** The SDK's method returned or threw; null leaves its result as it is. */
  public @Nullable R finish(LlmCall call, @Nullable R response, @Nullable Throwable failure) {
    leave(call, failure);
    return response == null ? null : wrap(call, response);
  }

  /** The SDK's method returned a future or threw; null leaves its result as it is. */
  public @Nullable CompletableFuture<R> finishAsync(
      LlmCall call, @Nullable CompletableFuture<R> future, @Nullable Throwable failure) {
    leave(call, failure);
    if (future == null) {
      return null;
    }
    try {
      return TeeFuture.of(
          future, call, response -> wrap(call, response), thrown -> end(call, thrown));
    } catch (Throwable t) {
      failed(t);
      call.unreadable();
      return null;
    }
  }

  /** The response came otherwise than as a result: to a subscriber, say. */
  public R wrap(LlmCall call, R response) {
    try {
      return wrapper.wrap(response, call);
    } catch (Throwable t) {
      failed(t);
      call.unreadable();
      return response;
    }
  }

  /** Counts a failure of the tap. */
  public void failed(Throwable failure) {
    LlmCalls.failed(site, failure);
  }

  private void leave(LlmCall call, @Nullable Throwable failure) {
    call.leaveThread();
    if (failure != null) {
      end(call, failure);
    }
  }

  /** The call failed otherwise than by throwing or by its future. */
  public void end(LlmCall call, Throwable failure) {
    try {
      refusal.show(failure, call);
    } catch (Throwable t) {
      failed(t);
    }
    call.failed(failure);
  }
}
