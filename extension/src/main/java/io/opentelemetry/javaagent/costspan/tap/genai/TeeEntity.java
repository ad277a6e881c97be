package io.opentelemetry.javaagent.costspan.tap.genai;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.TeeInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.http.HttpEntity;
import org.apache.http.entity.HttpEntityWrapper;

/** An entity of Apache's client whose content is teed: that is all that the SDK reads of it. */
final class TeeEntity extends HttpEntityWrapper {

  private final LlmCall call;

  TeeEntity(HttpEntity entity, LlmCall call) {
    super(entity);
    this.call = call;
  }

  @Override
  public InputStream getContent() throws IOException {
    return new TeeInputStream(super.getContent(), call);
  }
}
