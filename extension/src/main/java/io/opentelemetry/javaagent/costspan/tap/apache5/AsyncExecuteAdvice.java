package io.opentelemetry.javaagent.costspan.tap.apache5;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.jspecify.annotations.Nullable;

/** Around the ways to execute that name no host: consumer and callback are ours around the caller's. */
public final class AsyncExecuteAdvice {

  private AsyncExecuteAdvice() {}

  /** Null leaves the caller's. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToArguments({
    @ToArgument(value = 1, index = 1),
    @ToArgument(value = 4, index = 2)
  })
  public static Object @Nullable [] enter(
      @Advice.Argument(0) @Nullable AsyncRequestProducer producer,
      @Advice.Argument(1) @Nullable AsyncResponseConsumer<?> consumer,
      @Advice.Argument(4) @Nullable FutureCallback<?> callback) {
    return Apache5AsyncTap.begin(null, producer, consumer, callback);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(
      @Advice.Enter Object @Nullable [] begun, @Advice.Thrown @Nullable Throwable failure) {
    Apache5AsyncTap.finish(begun, failure);
  }
}
