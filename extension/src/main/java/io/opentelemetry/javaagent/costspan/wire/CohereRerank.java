package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.SEARCH_UNITS;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/** Cohere's reranker, which bills searches and no tokens. */
final class CohereRerank implements WireFormat, ReplyRules {

  static final WireFormat FORMAT = new CohereRerank();

  private static final JsonShape<Reply> RESPONSE = CohereTables.document();

  @Override
  public String name() {
    return "cohere.rerank";
  }

  @Override
  public String operation() {
    return "rerank";
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
  public boolean hasTotals(Reply reply, Usage.Builder counts) {
    return counts.has(SEARCH_UNITS);
  }
}
