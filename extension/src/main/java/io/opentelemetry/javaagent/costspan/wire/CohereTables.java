package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGE_INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT_IMAGES;
import static io.opentelemetry.javaagent.costspan.usage.Count.OUTPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.SEARCH_UNITS;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.IMAGE_INPUT_BESIDE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ID;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/** What Cohere bills, which is less than the tokens that it counts: its own template is free. */
final class CohereTables {

  private CohereTables() {}

  /** A document that is an id, and what is billed in its {@code meta}. */
  static JsonShape<Reply> document() {
    return ErrorTable.addTo(
        JsonShape.<Reply>object().identifier("id", into(ID)).child("meta", billed()));
  }

  /** {@code billed_units}, whose numbers are written as fractions, within what holds them. */
  static JsonShape<Reply> billed() {
    return JsonShape.<Reply>object()
        .begin(Reply::usageBegins)
        .end(Reply::usageEnds)
        .child(
            "billed_units",
            JsonShape.<Reply>object()
                .integer("input_tokens", into(INPUT))
                .integer("output_tokens", into(OUTPUT))
                .integer("image_tokens", into(IMAGE_INPUT_BESIDE))
                .integer("images", into(INPUT_IMAGES))
                .integer("search_units", into(SEARCH_UNITS)));
  }

  /** Units that are billed stand side by side: tokens of images are not in the input tokens. */
  static void includeImages(Reply reply, Usage.Builder counts) {
    if (reply.has(IMAGE_INPUT_BESIDE)) {
      counts.set(IMAGE_INPUT, reply.orZero(IMAGE_INPUT_BESIDE));
      counts.set(INPUT, counts.orZero(INPUT) + reply.orZero(IMAGE_INPUT_BESIDE));
    }
  }
}
