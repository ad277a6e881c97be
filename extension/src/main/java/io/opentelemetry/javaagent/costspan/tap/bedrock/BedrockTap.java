package io.opentelemetry.javaagent.costspan.tap.bedrock;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.Tap;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The tap of Bedrock's runtime, one per application class loader. */
final class BedrockTap {

  static final Tap<SdkResponse> TAP = new Tap<>("bedrock", BedrockTap::read, BedrockTap::refused);

  @SuppressWarnings("VoidUsed") // the future of a stream says only that it is over
  static final Tap<Void> STREAMS =
      new Tap<>("bedrock", (nothing, call) -> nothing, BedrockTap::refused);

  static final Tap<Object> EVENTS = new Tap<>("bedrock", BedrockTap::event);

  private static final byte[] LINE_END = {'\n'};

  private BedrockTap() {}

  static @Nullable LlmCall begin(SdkClient client, String method, SdkRequest request) {
    try {
      return LlmCalls.begin(new BedrockRequest(client, method, request));
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  /** Null when the request is no call, or the handler could not be made. */
  static <H> @Nullable H beginStream(
      SdkClient client, String method, SdkRequest request, Function<LlmCall, H> handler) {
    LlmCall call = begin(client, method, request);
    return call == null ? null : handler.apply(call);
  }

  static void head(SdkResponse response, LlmCall call) {
    try {
      SdkHttpResponse head = response.sdkHttpResponse();
      call.headers(
          head == null ? 200 : head.statusCode(),
          name -> head == null ? null : head.firstMatchingHeader(name).orElse(null));
    } catch (Throwable t) {
      STREAMS.failed(t);
    }
  }

  private static Object event(Object event, LlmCall call) {
    if (event instanceof SdkPojo) {
      show((SdkPojo) event, call);
      call.bytes(LINE_END, 0, LINE_END.length);
    }
    return event;
  }

  private static SdkResponse read(SdkResponse response, LlmCall call) {
    head(response, call);
    show(response, call);
    call.endOfBody();
    return response;
  }

  /** Bedrock's own code of an error, which the SDK's exception has; the HTTP status says the rest. */
  private static void refused(Throwable failure, LlmCall call) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < 8; i++, cause = cause.getCause()) {
      if (cause instanceof AwsServiceException) {
        refused((AwsServiceException) cause, call);
        return;
      }
    }
  }

  private static void refused(AwsServiceException failure, LlmCall call) {
    if (failure.statusCode() < 300 || failure.awsErrorDetails() == null) {
      return;
    }
    SdkHttpResponse head = failure.awsErrorDetails().sdkHttpResponse();
    // An event that breaks a stream off has no status: the response's was 200, and stands.
    if (head == null || head.statusCode() != 0) {
      call.headers(
          failure.statusCode(),
          name -> head == null ? null : head.firstMatchingHeader(name).orElse(null));
    }
    show(Shown.error(failure.awsErrorDetails().errorCode()), call);
    call.bytes(LINE_END, 0, LINE_END.length);
  }

  private static void show(SdkPojo message, LlmCall call) {
    show(Shown.of(message), call);
  }

  private static void show(byte[] json, LlmCall call) {
    call.bytes(json, 0, json.length);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
