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

  private final Request original;
  private final Request sent;

  private AskingRequest(Request original, Request sent) {
    this.original = original;
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
    return new AskingRequest(original, sent);
  }

  /** Whether there is one, as far as the head of the original tells. */
  static boolean mayStandFor(Request original) {
    return original.header("Accept-Encoding") == null && !isSigned(original);
  }

  Request sent() {
    return sent;
  }

  /** The request that a response to ours is shown with. */
  Request shown(Response response) {
    return response.request() == sent ? original : response.request();
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
