package io.opentelemetry.javaagent.costspan.tap.reactornetty;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** When a request was prepared for a connection and nothing is written yet. */
public final class RequestAdvice {

  private RequestAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Argument(0) @Nullable Object operations) {
    ReactorNettyTap.onRequest(operations);
  }
}
