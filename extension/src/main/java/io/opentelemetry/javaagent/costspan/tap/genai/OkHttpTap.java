package io.opentelemetry.javaagent.costspan.tap.genai;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.Tap;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The tap of google-genai over OkHttp, one per application class loader. */
final class OkHttpTap {

  static final Tap<Object> TAP = new Tap<>(GenaiTap.NAME, OkHttpTap::tee);

  private static final ApiResponses<Response> RESPONSES = new ApiResponses<>(Response.class);

  private OkHttpTap() {}

  private static Object tee(Object apiResponse, LlmCall call) {
    try {
      Response response = RESPONSES.inside(apiResponse);
      call.headers(response.code(), response::header);
      ResponseBody body = response.body();
      return body == null
          ? apiResponse
          : RESPONSES.like(
              apiResponse, response.newBuilder().body(new TeeBody(body, call)).build());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
