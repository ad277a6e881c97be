package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/** Around {@code send}: the body handler that the client works with is ours around the caller's. */
public final class SendAdvice {

  private SendAdvice() {}

  /** Null leaves the caller's handler. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToArguments(@ToArgument(value = 1, index = 1))
  public static Object @Nullable [] enter(
      @Advice.Argument(0) @Nullable HttpRequest request,
      @Advice.Argument(1) @Nullable BodyHandler<?> handler) {
    return JdkHttpTap.begin(request, handler);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(
      @Advice.Enter Object @Nullable [] begun, @Advice.Thrown @Nullable Throwable failure) {
    JdkHttpTap.finish(begun, failure);
  }
}
