package io.opentelemetry.javaagent.costspan.tap.apache5;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.jspecify.annotations.Nullable;

/** Around the way to execute that names a host: consumer and callback are ours around the caller's. */
public final class AsyncExecuteAtHostAdvice {

  private AsyncExecuteAtHostAdvice() {}

  /** Null leaves the caller's. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToArguments({
    @ToArgument(value = 2, index = 1),
    @ToArgument(value = 5, index = 2)
  })
  public static Object @Nullable [] enter(
      @Advice.Argument(0) @Nullable HttpHost host,
      @Advice.Argument(1) @Nullable AsyncRequestProducer producer,
      @Advice.Argument(2) @Nullable AsyncResponseConsumer<?> consumer,
      @Advice.Argument(5) @Nullable FutureCallback<?> callback) {
    return Apache5AsyncTap.begin(host, producer, consumer, callback);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(
      @Advice.Enter Object @Nullable [] begun, @Advice.Thrown @Nullable Throwable failure) {
    Apache5AsyncTap.finish(begun, failure);
  }
}
