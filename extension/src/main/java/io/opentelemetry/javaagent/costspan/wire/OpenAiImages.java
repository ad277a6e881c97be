package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGES;
import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGE_OUTPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.OUTPUT;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.RESULTS;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.EVENT_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.IMAGE_QUALITY;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.IMAGE_SIZE;

import io.opentelemetry.javaagent.costspan.usage.BillingTerms;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.Usage;

/**
 * OpenAI's images. The GPT image models report tokens, DALL-E nothing: there each image has a price,
 * by size and quality, which only newer responses repeat.
 */
final class OpenAiImages implements WireFormat, StreamRules {

  static final WireFormat FORMAT = new OpenAiImages();

  private static final JsonShape<Reply> IMAGES_MADE = JsonShape.arrayOf(
          JsonShape.<Reply>object().end(reply -> reply.countMore(RESULTS, 1)))
      .begin(reply -> reply.forget(RESULTS))
      .end(Reply::usageEnds);

  private static final JsonShape<Reply> RESPONSE =
      ErrorTable.addTo(addImageTo(JsonShape.<Reply>object().child("data", IMAGES_MADE)));

  private static final JsonShape<Reply> EVENT =
      ErrorTable.addToEvent(addImageTo(JsonShape.<Reply>object().text("type", into(EVENT_TYPE))));

  private static JsonShape<Reply> addImageTo(JsonShape<Reply> document) {
    return document
        .text("size", into(IMAGE_SIZE))
        .text("quality", into(IMAGE_QUALITY))
        .child("usage", OpenAiTables.usage("input", "output"));
  }

  @Override
  public String name() {
    return "openai.images";
  }

  @Override
  public String operation() {
    return "image_generation";
  }

  @Override
  public String defaultProvider() {
    return "openai";
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.IMAGES, facts -> Deployment.tell(path, facts));
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream
        ? EventStreamResponseReader.ofEvents(EVENT, this)
        : new JsonResponseReader(RESPONSE, this);
  }

  @Override
  public ResponseFacts answering(RequestFacts request, ResponseFacts response) {
    BillingTerms terms = response.terms();
    return response.under(terms.forImages(
        terms.imageSize() != null ? terms.imageSize() : request.imageSize(),
        terms.imageQuality() != null ? terms.imageQuality() : request.imageQuality()));
  }

  /** Where the output is not split, it is the image: that is all that these models make. */
  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    if (!counts.has(INPUT) && !counts.has(OUTPUT)) {
      if (reply.orZero(RESULTS) > 0) {
        counts.set(IMAGES, reply.orZero(RESULTS));
      }
    } else if (counts.has(OUTPUT) && !counts.has(IMAGE_OUTPUT)) {
      counts.set(IMAGE_OUTPUT, counts.orZero(OUTPUT));
    }
  }

  @Override
  public boolean hasTotals(Reply reply, Usage.Builder counts) {
    return (counts.has(INPUT) && counts.has(OUTPUT)) || counts.has(IMAGES);
  }

  @Override
  public boolean ends(Reply event) {
    String type = event.text(EVENT_TYPE);
    return type != null && type.endsWith(".completed");
  }

  @Override
  public boolean carriesOutput(Reply event) {
    String type = event.text(EVENT_TYPE);
    return type != null && type.endsWith(".partial_image");
  }

  @Override
  public boolean settlesCounts(Reply event, Reply soFar) {
    return event.hasUsage() && ends(event);
  }
}
