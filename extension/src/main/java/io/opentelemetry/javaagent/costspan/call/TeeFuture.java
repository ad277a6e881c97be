package io.opentelemetry.javaagent.costspan.call;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The future of a response, wrapped when it arrives. */
public final class TeeFuture {

  private TeeFuture() {}

  /**
   * A future that ends as the source does: with the same exception, or with the wrapped response.
   * Cancelling it cancels the source, and an exception that it is given, as orTimeout does, is given
   * to the source. The application's callbacks run in the context that it called from, since the
   * next call that they issue is not part of this one.
   *
   * @param wrap must not throw
   * @param fail ends the call, and must not throw
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback does not throw
  public static <T> CompletableFuture<T> of(
      CompletableFuture<T> source, LlmCall call, UnaryOperator<T> wrap, Consumer<Throwable> fail) {
    CompletableFuture<T> result = into(new CompletableFuture<>(), source, call, wrap, fail);
    result.whenComplete((response, failure) -> failWith(result, failure, source));
    return result;
  }

  /**
   * The same for what is no call yet: callbacks run in the context that they would have run in.
   *
   * @param wrap must not throw
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback does not throw
  public static <T> CompletableFuture<T> of(CompletableFuture<T> source, UnaryOperator<T> wrap) {
    CompletableFuture<T> result = new CompletableFuture<>();
    source.whenComplete((value, failure) -> complete(result, value, failure, wrap));
    result.whenComplete((value, failure) -> failWith(result, failure, source));
    return result;
  }

  /** The same with a future that knows by itself how to cancel the source. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback does not throw
  public static <T> CompletableFuture<T> into(
      CompletableFuture<T> result,
      CompletableFuture<T> source,
      LlmCall call,
      UnaryOperator<T> wrap,
      Consumer<Throwable> fail) {
    source.whenComplete((response, failure) -> {
      if (failure != null) {
        fail.accept(failure);
      }
      pass(response, failure, result, call, wrap);
    });
    return result;
  }

  private static <T> void pass(
      @Nullable T response,
      @Nullable Throwable failure,
      CompletableFuture<T> result,
      LlmCall call,
      UnaryOperator<T> wrap) {
    try {
      call.runAsCaller(() -> complete(result, response, failure, wrap));
    } catch (Throwable t) {
      LlmCalls.failed("call", t);
      complete(result, response, failure, wrap); // without effect when it was completed already
    }
  }

  private static <T> void complete(
      CompletableFuture<T> result,
      @Nullable T response,
      @Nullable Throwable failure,
      UnaryOperator<T> wrap) {
    if (failure != null) {
      result.completeExceptionally(failure);
      return;
    }
    T wrapped = response == null ? null : wrap.apply(response);
    boolean taken = result.complete(wrapped);
    if (!taken && result.isCompletedExceptionally() && wrapped instanceof AutoCloseable) {
      close((AutoCloseable) wrapped);
    }
  }

  /**
   * Nobody gets what comes while the result is cancelled: the source, which is complete, would have
   * refused that, and left it to the application to close.
   */
  private static void close(AutoCloseable response) {
    try {
      response.close();
    } catch (Exception e) {
      LlmCalls.failed("call", e);
    }
  }

  private static void failWith(
      CompletableFuture<?> result, @Nullable Throwable failure, CompletableFuture<?> source) {
    if (failure == null || source.isDone()) {
      return;
    }
    if (result.isCancelled()) {
      source.cancel(true);
    } else {
      source.completeExceptionally(failure);
    }
  }
}
