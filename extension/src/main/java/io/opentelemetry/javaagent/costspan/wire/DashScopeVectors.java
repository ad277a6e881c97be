package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGE_INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.TOTAL;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.IMAGE_INPUT_BESIDE;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/**
 * DashScope's embeddings and its reranker: one document without output tokens. Models of texts say
 * only the total; multimodal ones count the tokens of images beside those of texts.
 */
final class DashScopeVectors implements WireFormat, ReplyRules {

  static final WireFormat EMBED = new DashScopeVectors("dashscope.embed", "embeddings");
  static final WireFormat RERANK = new DashScopeVectors("dashscope.rerank", "rerank");

  private static final JsonShape<Reply> RESPONSE =
      DashScopeTables.envelope(JsonShape.<Reply>object()
          .begin(Reply::usageBegins)
          .end(Reply::usageEnds)
          .integer("input_tokens", into(INPUT))
          .integer("image_tokens", into(IMAGE_INPUT_BESIDE))
          .integer("total_tokens", into(TOTAL)));

  private final String name;
  private final String operation;

  private DashScopeVectors(String name, String operation) {
    this.name = name;
    this.operation = operation;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String operation() {
    return operation;
  }

  @Override
  public String defaultProvider() {
    return "dashscope";
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.DASHSCOPE);
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return new JsonResponseReader(RESPONSE, this);
  }

  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    long images = reply.orZero(IMAGE_INPUT_BESIDE);
    if (reply.has(IMAGE_INPUT_BESIDE)) {
      counts.set(IMAGE_INPUT, images);
      counts.set(INPUT, counts.orZero(INPUT) + images);
    } else if (!counts.has(INPUT) && counts.has(TOTAL)) {
      counts.set(INPUT, counts.orZero(TOTAL));
    }
  }

  @Override
  public boolean hasTotals(Reply reply, Usage.Builder counts) {
    return counts.has(INPUT);
  }
}
