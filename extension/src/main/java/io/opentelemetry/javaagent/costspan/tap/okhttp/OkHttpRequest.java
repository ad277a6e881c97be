package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.WireRequest;
import io.opentelemetry.javaagent.costspan.tap.seam.Accessor;
import io.opentelemetry.javaagent.costspan.tap.seam.ContentType;
import java.io.IOException;
import java.io.OutputStream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A request of OkHttp. */
final class OkHttpRequest implements WireRequest {

  // Since 3.14.
  private static final Accessor ONE_SHOT = Accessor.of(RequestBody.class, "isOneShot");
  private static final Accessor DUPLEX = Accessor.of(RequestBody.class, "isDuplex");

  private static final long UNKNOWN_LENGTH = -1;

  private final Request request;

  OkHttpRequest(Request request) {
    this.request = request;
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String path() {
    return request.url().encodedPath();
  }

  /** Without the user and the password that a URL may have. */
  @Override
  public String baseUrl() {
    HttpUrl root = request
        .url()
        .newBuilder()
        .username("")
        .password("")
        .encodedPath("/")
        .query(null)
        .fragment(null)
        .build();
    String url = root.toString();
    return url.substring(0, url.length() - 1);
  }

  @Override
  public @Nullable String header(String name) {
    return request.header(name);
  }

  @Override
  public @Nullable String parameter(String name) {
    return request.url().queryParameter(name);
  }

  @Override
  public boolean isOfLlmSdk() {
    return false;
  }

  @Override
  public boolean mayAskUsage() {
    return AskingRequest.mayStandFor(request);
  }

  @Override
  public void writeJsonTo(OutputStream out) throws IOException {
    RequestBody body = request.body();
    if (body != null && isJson(body) && isRepeatable(body)) {
      BufferedSink sink = Okio.buffer(Okio.sink(out));
      body.writeTo(sink);
      sink.flush();
    }
  }

  private boolean isJson(RequestBody body) {
    MediaType type = body.contentType();
    String name = type == null ? request.header("Content-Type") : type.toString();
    return ContentType.isJson(name);
  }

  /** One of unknown length may be a stream that somebody forgot to say so of. */
  private static boolean isRepeatable(RequestBody body) throws IOException {
    return !Boolean.TRUE.equals(ONE_SHOT.read(body))
        && !Boolean.TRUE.equals(DUPLEX.read(body))
        && body.contentLength() != UNKNOWN_LENGTH;
  }
}
