package io.opentelemetry.javaagent.costspan.tap.genai;

import com.google.genai.HttpApiClient;
import com.google.genai.types.HttpOptions;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around {@code asyncRequest}: the future that the SDK's models get is ours around the client's. */
public final class OkHttpAsyncAdvice {

  private OkHttpAsyncAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable LlmCall enter(
      @Advice.This HttpApiClient client,
      @Advice.Argument(0) String method,
      @Advice.Argument(1) String path,
      @Advice.Argument(2) String json,
      @Advice.Argument(3) Optional<HttpOptions> options) {
    return GenaiTap.begin(OkHttpTap.TAP, client, method, path, json, options);
  }

  /** Null leaves what the SDK returned or threw as it is. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static @Nullable CompletableFuture<Object> exit(
      @Advice.Enter @Nullable LlmCall call,
      @Advice.Return @Nullable CompletableFuture<Object> future,
      @Advice.Thrown @Nullable Throwable failure) {
    return call == null ? null : OkHttpTap.TAP.finishAsync(call, future, failure);
  }
}
