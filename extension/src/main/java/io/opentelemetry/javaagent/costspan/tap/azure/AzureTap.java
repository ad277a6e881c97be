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

  static @Nullable LlmCall begin(@Nullable HttpRequest request, @Nullable Context context) {
    try {
      AzureRequest looked = AzureRequest.of(request, caller(context));
      return looked == null ? null : LlmCalls.begin(looked);
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  /** A response that begins a call when somebody subscribes; null where it is certain to be none. */
  static @Nullable Mono<HttpResponse> onSubscription(
      @Nullable HttpPipelineCallContext context, @Nullable Mono<HttpResponse> response) {
    if (context == null || response == null) {
      return null;
    }
    try {
      Object caller = context.getData(CALLER).orElse("");
      AzureRequest request = AzureRequest.of(context.getHttpRequest(), caller);
      return request == null ? null : new CallMono(response, request);
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  /** All attempts of a call share the body. */
  static @Nullable Attempt attempt(@Nullable HttpRequest request, @Nullable Context context) {
    try {
      return request == null || AzureRequest.of(request, caller(context)) == null
          ? null
          : LlmCalls.attempt(request.getBodyAsBinaryData());
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  private static Object caller(@Nullable Context context) {
    return context == null ? "" : context.getData(CALLER).orElse("");
  }

  @SuppressWarnings("deprecation") // what takes its place is newer than the oldest azure-core
  private static HttpResponse tee(HttpResponse response, LlmCall call) {
    call.headers(response.getStatusCode(), response::getHeaderValue);
    return new TeeResponse(response, call);
  }
}
