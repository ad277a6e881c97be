package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGES;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.RESULTS;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/**
 * Google's Imagen. Each image has a price, and the response counts no tokens; what the filter held
 * back stands among the predictions without an image, and is not billed.
 */
final class Imagen implements WireFormat, ReplyRules {

  static final WireFormat FORMAT = new Imagen();

  private static final JsonShape<Reply> PREDICTIONS = JsonShape.arrayOf(JsonShape.<Reply>object()
          .present("bytesBase64Encoded", reply -> reply.countMore(RESULTS, 1))
          .present("gcsUri", reply -> reply.countMore(RESULTS, 1)))
      .begin(Reply::usageBegins)
      .end(Reply::usageEnds);

  private static final JsonShape<Reply> RESPONSE = ErrorTable.addTo(
          JsonShape.<Reply>object().child("predictions", PREDICTIONS))
      .orList();

  @Override
  public String name() {
    return "gemini.imagen";
  }

  @Override
  public String operation() {
    return "image_generation";
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
    return JsonRequestReader.of(RequestTables.IMAGEN, facts -> GeminiPath.tell(path, facts));
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return new JsonResponseReader(RESPONSE, this);
  }

  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    counts.set(IMAGES, reply.orZero(RESULTS));
  }

  @Override
  public boolean hasTotals(Reply reply, Usage.Builder counts) {
    return counts.has(IMAGES);
  }
}
