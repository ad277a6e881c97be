package io.opentelemetry.javaagent.costspan.tap.bedrock;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** Around a method that returns its answer: only looked at. */
public final class BedrockSyncAdvice {

  private BedrockSyncAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable LlmCall enter(
      @Advice.This SdkClient client,
      @Advice.Origin("#m") String method,
      @Advice.Argument(0) SdkRequest request) {
    return BedrockTap.begin(client, method, request);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(
      @Advice.Enter @Nullable LlmCall call,
      @Advice.Return @Nullable SdkResponse response,
      @Advice.Thrown @Nullable Throwable failure) {
    if (call != null) {
      BedrockTap.TAP.finish(call, response, failure);
    }
  }
}
