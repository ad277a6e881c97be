package io.opentelemetry.javaagent.costspan.tap.genai;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.Tap;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.jspecify.annotations.Nullable;

/** The tap of google-genai over Apache's client, one per application class loader. */
final class ApacheTap {

  static final Tap<Object> TAP = new Tap<>(GenaiTap.NAME, ApacheTap::tee);

  private static final ApiResponses<CloseableHttpResponse> RESPONSES =
      new ApiResponses<>(CloseableHttpResponse.class);

  private ApacheTap() {}

  /** Apache's response lets its entity be set, so the SDK's around it can stay. */
  private static Object tee(Object apiResponse, LlmCall call) {
    CloseableHttpResponse response;
    try {
      response = RESPONSES.inside(apiResponse);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    call.headers(response.getStatusLine().getStatusCode(), name -> first(response, name));
    HttpEntity entity = response.getEntity();
    if (entity != null) {
      response.setEntity(new TeeEntity(entity, call));
    }
    return apiResponse;
  }

  private static @Nullable String first(CloseableHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }
}
