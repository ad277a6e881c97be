package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;

/**
 * Google's embeddings. Vertex AI counts the tokens of each text, {@code embedContent} those of the
 * request, and older models of the Gemini API count nothing. No response names the model.
 */
final class GeminiEmbeddings implements WireFormat, ReplyRules {

  static final WireFormat FORMAT = new GeminiEmbeddings();

  private static final JsonShape<Reply> STATISTICS = JsonShape.<Reply>object()
      .integer("token_count", (reply, tokens) -> reply.countMore(INPUT, tokens));

  private static final JsonShape<Reply> PREDICTIONS = JsonShape.arrayOf(JsonShape.<Reply>object()
          .child("embeddings", JsonShape.<Reply>object().child("statistics", STATISTICS)))
      .begin(Reply::usageBegins)
      .end(Reply::usageEnds);

  private static final JsonShape<Reply> RESPONSE = ErrorTable.addTo(JsonShape.<Reply>object()
          .child("predictions", PREDICTIONS)
          .child("usageMetadata", GeminiTables.usage()))
      .orList();

  @Override
  public String name() {
    return "gemini.embeddings";
  }

  @Override
  public String operation() {
    return "embeddings";
  }

  @Override
  public String defaultProvider() {
    return "gcp.gemini";
  }

  @Override
  public String providerAt(String path) {
    return GeminiPath.provider(path);
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.GEMINI, facts -> GeminiPath.tell(path, facts));
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return new JsonResponseReader(RESPONSE, this);
  }

  /** What the total has beyond the input would be an output, and an embedding has none. */
  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    Parts.limit(counts, INPUT, Count.AUDIO_INPUT, Count.IMAGE_INPUT, Count.VIDEO_INPUT);
  }

  @Override
  public boolean hasTotals(Reply reply, Usage.Builder counts) {
    return counts.has(INPUT);
  }
}
