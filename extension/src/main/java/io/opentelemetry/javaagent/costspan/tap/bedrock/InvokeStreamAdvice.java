package io.opentelemetry.javaagent.costspan.tap.bedrock;

import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;

/** Around a stream of a model that answers in its own format: the SDK gets our handler around the application's. */
public final class InvokeStreamAdvice {

  private InvokeStreamAdvice() {}

  /** Null leaves the handler as it is. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToArguments(@Advice.AssignReturned.ToArguments.ToArgument(1))
  public static @Nullable InvokeTeeHandler enter(
      @Advice.This SdkClient client,
      @Advice.Origin("#m") String method,
      @Advice.Argument(0) SdkRequest request,
      @Advice.Argument(1) InvokeModelWithResponseStreamResponseHandler handler) {
    return BedrockTap.beginStream(
        client, method, request, call -> new InvokeTeeHandler(handler, call));
  }

  /** Null leaves what the SDK returned or threw as it is. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static @Nullable CompletableFuture<Void> exit(
      @Advice.Enter @Nullable InvokeTeeHandler handler,
      @Advice.Return @Nullable CompletableFuture<Void> future,
      @Advice.Thrown @Nullable Throwable failure) {
    return handler == null ? null : handler.finish(future, failure);
  }
}
