package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a request that is one JSON document. */
final class JsonRequestReader implements RequestReader {

  private final RequestDraft draft = new RequestDraft();
  private final JsonPushReader<RequestDraft> json;
  private final Head head;

  /** What a request's head tells. */
  interface Head {
    void tell(UnaryOperator<@Nullable String> header, RequestFacts.Builder facts);
  }

  private JsonRequestReader(JsonShape<RequestDraft> request, Head head) {
    this.json = new JsonPushReader<>(request, draft);
    this.head = head;
  }

  static RequestReader of(JsonShape<RequestDraft> request) {
    return withHead(request, (header, facts) -> {});
  }

  /** For a protocol that says some of it in headers. */
  static RequestReader withHead(JsonShape<RequestDraft> request, Head head) {
    return new JsonRequestReader(request, head);
  }

  /**
   * @param known takes what was known before the body, which the body may correct
   */
  static RequestReader of(JsonShape<RequestDraft> request, Consumer<RequestFacts.Builder> known) {
    JsonRequestReader reader = new JsonRequestReader(request, (header, facts) -> {});
    known.accept(reader.draft.facts());
    return reader;
  }

  @Override
  public void head(UnaryOperator<@Nullable String> header) {
    head.tell(header, draft.facts());
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
