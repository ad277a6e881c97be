package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.opentelemetry.javaagent.costspan.call.Attempt;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.Tap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The tap of azure-core, one per application class loader. */
final class AzureTap {

  static final Tap<HttpResponse> TAP = new Tap<>("azure", AzureTap::tee);

  /** Under which azure-core says whose method sends a request, in every version. */
  private static final String CALLER = "caller-method";

  private AzureTap() {}

  /** True; to be asked by advice that must not be at work without the tap. */
  static boolean isLoaded() {
    return true;
  }

  static @Nullable LlmCall begin(@Nullable HttpRequest request, Context azure) {
    try {
      AzureRequest looked = AzureRequest.of(request, azure.getData(CALLER).orElse(""));
      return looked == null ? null : LlmCalls.begin(looked, TraceContext.of(azure));
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  /** A response that begins a call when somebody subscribes; null where it is certain to be none. */
  static @Nullable Mono<HttpResponse> onSubscription(
      @Nullable HttpPipelineCallContext azure, @Nullable Mono<HttpResponse> response) {
    if (azure == null || response == null) {
      return null;
    }
    try {
      Object caller = azure.getData(CALLER).orElse("");
      AzureRequest request = AzureRequest.of(azure.getHttpRequest(), caller);
      return request == null ? null : new CallMono(response, request, azure);
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  /** All attempts of a call share the body. */
  static @Nullable Attempt attempt(@Nullable HttpRequest request, @Nullable Context context) {
    try {
      Object caller = context == null ? "" : context.getData(CALLER).orElse("");
      return request == null || AzureRequest.of(request, caller) == null
          ? null
          : LlmCalls.attempt(request.getBodyAsBinaryData());
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  @SuppressWarnings("deprecation") // what takes its place is newer than the oldest azure-core
  private static HttpResponse tee(HttpResponse response, LlmCall call) {
    call.headers(response.getStatusCode(), response::getHeaderValue);
    return new TeeResponse(response, call);
  }
}
