package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT_IMAGES;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/** Cohere's embeddings of texts and images: one document, and no output tokens. */
final class CohereEmbed implements WireFormat, ReplyRules {

  static final WireFormat FORMAT = new CohereEmbed();

  private static final JsonShape<Reply> RESPONSE = CohereTables.document();

  @Override
  public String name() {
    return "cohere.embed";
  }

  @Override
  public String operation() {
    return "embeddings";
  }

  @Override
  public String defaultProvider() {
    return "cohere";
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.FLAT);
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return new JsonResponseReader(RESPONSE, this);
  }

  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    CohereTables.includeImages(reply, counts);
  }

  @Override
  public boolean hasTotals(Reply reply, Usage.Builder counts) {
    return counts.has(INPUT) || counts.has(INPUT_IMAGES);
  }
}
