package io.opentelemetry.javaagent.costspan.tap.apache5;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import net.bytebuddy.asm.Advice;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.jspecify.annotations.Nullable;

/** Around closing a response, which closes the connection and not the stream of the body. */
public final class CloseAdvice {

  private CloseAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable LlmCall enter(@Advice.This CloseableHttpResponse response) {
    return Apache5Tap.closing(response);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable LlmCall call) {
    if (call != null) {
      call.closed();
    }
  }
}
