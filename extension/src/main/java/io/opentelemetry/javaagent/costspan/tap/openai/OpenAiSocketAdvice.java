package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.HttpRequest;
import com.openai.core.http.WebSocketClient;
import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/** Around the opening of a connection: its two ends are ours around the SDK's. */
public final class OpenAiSocketAdvice {

  private OpenAiSocketAdvice() {}

  /** Null leaves the listener as it is. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToArguments(@ToArgument(value = 3, index = 1))
  public static Object @Nullable [] enter(
      @Advice.Argument(0) HttpRequest request,
      @Advice.Argument(3) WebSocketClient.Listener listener) {
    return OpenAiSocketTap.open(request, listener);
  }

  /** Null leaves what the SDK returned or threw as it is. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static @Nullable CompletableFuture<WebSocketClient.Connection> exit(
      @Advice.Enter Object @Nullable [] opened,
      @Advice.Return @Nullable CompletableFuture<WebSocketClient.Connection> future) {
    return opened == null ? null : OpenAiSocketTap.tee(future, (SocketCalls) opened[0]);
  }
}
