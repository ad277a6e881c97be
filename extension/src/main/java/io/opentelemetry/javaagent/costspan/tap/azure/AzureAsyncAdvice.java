package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** After {@code send}, which sends nothing: each subscription to what it returns is a call. */
public final class AzureAsyncAdvice {

  private AzureAsyncAdvice() {}

  /** Null leaves what the pipeline returned as it is. */
  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static @Nullable Mono<HttpResponse> exit(
      @Advice.Argument(0) @Nullable HttpPipelineCallContext context,
      @Advice.Return @Nullable Mono<HttpResponse> response) {
    return AzureTap.onSubscription(context, response);
  }
}
