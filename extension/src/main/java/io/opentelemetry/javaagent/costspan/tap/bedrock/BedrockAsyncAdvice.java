package io.opentelemetry.javaagent.costspan.tap.bedrock;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** Around a method that returns a future: the application gets ours around the SDK's. */
public final class BedrockAsyncAdvice {

  private BedrockAsyncAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable LlmCall enter(
      @Advice.This SdkClient client,
      @Advice.Origin("#m") String method,
      @Advice.Argument(0) SdkRequest request) {
    return BedrockTap.begin(client, method, request);
  }

  /** Null leaves what the SDK returned or threw as it is. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static @Nullable CompletableFuture<SdkResponse> exit(
      @Advice.Enter @Nullable LlmCall call,
      @Advice.Return @Nullable CompletableFuture<SdkResponse> future,
      @Advice.Thrown @Nullable Throwable failure) {
    return call == null ? null : BedrockTap.TAP.finishAsync(call, future, failure);
  }
}
