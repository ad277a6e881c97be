package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.HttpRequestBody;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A JSON body that asks for a stream's usage as well. */
final class AskingBody implements HttpRequestBody {

  private final HttpRequestBody body;
  private final byte[] json;

  private AskingBody(HttpRequestBody body, byte[] json) {
    this.body = body;
    this.json = json;
  }

  static HttpRequestBody of(HttpRequestBody body) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    body.writeTo(json);
    return new AskingBody(body, LlmCalls.askingStreamUsage(json.toByteArray()));
  }

  @Override
  public void writeTo(OutputStream out) {
    try {
      out.write(json);
    } catch (IOException e) {
      throw AskingBody.<RuntimeException>asItIs(e);
    }
  }

  @Override
  public String contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() {
    return json.length;
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public void close() {
    body.close();
  }

  /** The interface declares no exception in later versions, and throws this one all the same. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T asItIs(Throwable failure) throws T {
    throw (T) failure;
  }
}
