package io.opentelemetry.javaagent.costspan.tap.apache5;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.TeeInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/** The entity of a response, which shows a call what is read of it or written from it. */
final class TeeEntity extends HttpEntityWrapper {

  private final LlmCall call;
  private final Answer answer;

  TeeEntity(HttpEntity entity, LlmCall call, Answer answer) {
    super(entity);
    this.call = call;
    this.answer = answer;
  }

  LlmCall call() {
    return call;
  }

  @Override
  public @Nullable InputStream getContent() throws IOException {
    InputStream content = super.getContent();
    return content == null ? null : new TeeInputStream(content, call, answer::reason);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try {
      super.writeTo(new TeeOutputStream(out, call));
    } catch (Throwable t) {
      call.failed(answer.reason(t));
      throw t;
    }
    call.endOfBody();
  }

  @Override
  public void close() throws IOException {
    call.close(super::close);
  }
}
