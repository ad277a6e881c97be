package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A request that asks for a stream's usage as well, in the place of one that did not. */
final class AskingRequest {

  /** What the application says of its body, and would say of ours. */
  private static final String[] OF_THE_BODY = {
    "Content-MD5", "Digest", "Content-Digest", "Signature", "x-amz-content-sha256"
  };

  private static final String LENGTH = "Content-Length";

  private final Request original;
  private final long originalLength;
  private final Request sent;

  private AskingRequest(Request original, long originalLength, Request sent) {
    this.original = original;
    this.originalLength = originalLength;
    this.sent = sent;
  }

  /**
   * Null where the body is good for once or is signed, and where the application unpacks the answer
   * itself: what would come for us could not be hidden from it.
   */
  @SuppressWarnings("deprecation") // the order of the arguments that all versions have
  static @Nullable AskingRequest of(Request original) throws IOException {
    RequestBody body = original.body();
    if (body == null || !mayStandFor(original)) {
      return null;
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    new OkHttpRequest(original).writeJsonTo(json);
    if (json.size() == 0) {
      return null;
    }
    byte[] asking = LlmCalls.askingStreamUsage(json.toByteArray());
    RequestBody asked = RequestBody.create(body.contentType(), asking);
    Request sent = original.newBuilder().method(original.method(), asked).build();
    return new AskingRequest(original, body.contentLength(), sent);
  }

  /** Whether there is one, as far as the head of the original tells. */
  static boolean mayStandFor(Request original) {
    return original.header("Accept-Encoding") == null && !isSigned(original);
  }

  Request sent() {
    return sent;
  }

  /** A response with the requests that there would be had nobody asked, as far back as it goes. */
  Response shown(Response response) {
    Response.Builder shown = response.newBuilder().request(shown(response.request()));
    Response network = response.networkResponse();
    Response prior = response.priorResponse();
    if (network != null) {
      shown.networkResponse(shown(network));
    }
    return prior == null ? shown.build() : shown.priorResponse(shown(prior)).build();
  }

  /** What the client has made of ours has our body, and says how long it is. */
  private Request shown(Request request) {
    if (request == sent) {
      return original;
    }
    if (request.body() != sent.body()) {
      return request;
    }
    Request.Builder shown = request.newBuilder().method(request.method(), original.body());
    return request.header(LENGTH) == null
        ? shown.build()
        : shown.header(LENGTH, Long.toString(originalLength)).build();
  }

  private static boolean isSigned(Request request) {
    String credentials = request.header("Authorization");
    if (credentials != null && credentials.startsWith("AWS4-")) {
      return true;
    }
    for (String name : OF_THE_BODY) {
      if (request.header(name) != null) {
        return true;
      }
    }
    return false;
  }
}
