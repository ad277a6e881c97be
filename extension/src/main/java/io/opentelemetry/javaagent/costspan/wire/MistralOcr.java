package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.ANNOTATED_PAGES;
import static io.opentelemetry.javaagent.costspan.usage.Count.PAGES;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.ANNOTATED;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.MODEL;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/** Mistral's reading of documents, billed by the page, and at another price when annotated. */
final class MistralOcr implements WireFormat, ReplyRules {

  static final WireFormat FORMAT = new MistralOcr();

  private static final JsonShape<Reply> IMAGE = JsonShape.<Reply>object()
      .startOfText("image_annotation", (reply, annotation) -> annotated(reply));

  private static final JsonShape<Reply> RESPONSE = ErrorTable.addTo(JsonShape.<Reply>object()
      .text("model", into(MODEL))
      .startOfText("document_annotation", (reply, annotation) -> annotated(reply))
      .child(
          "pages",
          JsonShape.arrayOf(JsonShape.<Reply>object().child("images", JsonShape.arrayOf(IMAGE))))
      .child(
          "usage_info",
          JsonShape.<Reply>object().end(Reply::usageEnds).integer("pages_processed", into(PAGES))));

  @Override
  public String name() {
    return "mistral.ocr";
  }

  @Override
  public String operation() {
    return "ocr";
  }

  @Override
  public String defaultProvider() {
    return "mistral_ai";
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
    if (counts.has(PAGES) && reply.has(ANNOTATED)) {
      counts.set(ANNOTATED_PAGES, counts.orZero(PAGES));
      counts.clear(PAGES);
    }
  }

  @Override
  public boolean hasTotals(Reply reply, Usage.Builder counts) {
    return counts.has(PAGES) || counts.has(ANNOTATED_PAGES);
  }

  private static void annotated(Reply reply) {
    into(ANNOTATED).accept(reply, 1);
  }
}
