package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import java.util.function.Consumer;

/** Reads a request that is one JSON document. */
final class JsonRequestReader implements RequestReader {

  private final RequestDraft draft = new RequestDraft();
  private final JsonPushReader<RequestDraft> json;

  private JsonRequestReader(JsonShape<RequestDraft> request) {
    this.json = new JsonPushReader<>(request, draft);
  }

  static RequestReader of(JsonShape<RequestDraft> request) {
    return new JsonRequestReader(request);
  }

  /**
   * @param known takes what was known before the body, which the body may correct
   */
  static RequestReader of(JsonShape<RequestDraft> request, Consumer<RequestFacts.Builder> known) {
    JsonRequestReader reader = new JsonRequestReader(request);
    known.accept(reader.draft.facts());
    return reader;
  }

  @Override
  public void feed(byte[] bytes, int offset, int length) {
    if (json.isClosed()) {
      return;
    }
    json.feed(bytes, offset, offset + length);
    if (json.isClosed()) {
      json.close();
    }
  }

  @Override
  public RequestFacts facts() {
    return draft.build();
  }
}
