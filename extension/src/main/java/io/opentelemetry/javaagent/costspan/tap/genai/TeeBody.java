package io.opentelemetry.javaagent.costspan.tap.genai;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.TeeInputStream;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A body of OkHttp that is teed. Overrides what is abstract: the rest runs over it. */
final class TeeBody extends ResponseBody {

  private final ResponseBody body;
  private final BufferedSource source;

  TeeBody(ResponseBody body, LlmCall call) {
    this.body = body;
    this.source = Okio.buffer(Okio.source(new TeeInputStream(body.byteStream(), call)));
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }
}
