package io.opentelemetry.javaagent.costspan.tap.apache5;

import net.bytebuddy.asm.Advice;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** Where the response comes from: its entity becomes ours around the client's. */
public final class ResponseAdvice {

  private ResponseAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(
      @Advice.Argument(1) ClassicHttpRequest request,
      @Advice.Return @Nullable CloseableHttpResponse response) {
    Apache5Tap.responded(request, response);
  }
}
