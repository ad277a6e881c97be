package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/** Around {@code sendAsync}: body handler and future are ours around the caller's and the client's. */
public final class SendAsyncAdvice {

  private SendAsyncAdvice() {}

  /** Null leaves the caller's handler. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToArguments(@ToArgument(value = 1, index = 1))
  public static Object @Nullable [] enter(
      @Advice.Argument(0) @Nullable HttpRequest request,
      @Advice.Argument(1) @Nullable BodyHandler<?> handler) {
    return JdkHttpTap.begin(request, handler);
  }

  /** Null leaves what the client returned or threw as it is. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static <T> @Nullable CompletableFuture<HttpResponse<T>> exit(
      @Advice.Enter Object @Nullable [] begun,
      @Advice.Return @Nullable CompletableFuture<HttpResponse<T>> future,
      @Advice.Thrown @Nullable Throwable failure) {
    return JdkHttpTap.finishAsync(begun, future, failure);
  }
}
