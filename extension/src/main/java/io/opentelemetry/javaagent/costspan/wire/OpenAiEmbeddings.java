package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ID;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.MODEL;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;

/** OpenAI embeddings: one document, never a stream, and no output tokens. */
final class OpenAiEmbeddings implements WireFormat, ReplyRules {

  private static final JsonShape<Reply> EMBEDDINGS = ErrorTable.addTo(JsonShape.<Reply>object()
      .identifier("id", into(ID))
      .text("model", into(MODEL))
      .child("usage", OpenAiTables.usage("prompt", "completion")));

  @Override
  public String name() {
    return "openai.embeddings";
  }

  @Override
  public String operation() {
    return "embeddings";
  }

  @Override
  public String defaultProvider() {
    return "openai";
  }

  @Override
  public String providerAt(String path) {
    return Deployment.providerAt(path);
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.FLAT, facts -> Deployment.tell(path, facts));
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return new JsonResponseReader(EMBEDDINGS, this);
  }

  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    OpenAiTables.useOtherCacheRead(reply, counts);
  }

  @Override
  public boolean hasTotals(Reply reply, Usage.Builder counts) {
    return counts.has(Count.INPUT);
  }
}
