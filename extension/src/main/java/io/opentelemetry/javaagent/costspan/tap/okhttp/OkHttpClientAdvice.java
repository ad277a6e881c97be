package io.opentelemetry.javaagent.costspan.tap.okhttp;

import net.bytebuddy.asm.Advice;
import okhttp3.OkHttpClient;

/** Before a client takes over what its builder has. */
public final class OkHttpClientAdvice {

  private OkHttpClientAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static void enter(@Advice.Argument(0) OkHttpClient.Builder builder) {
    OkHttpTap.addTo(builder);
  }
}
