package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.RESULT;

import org.jspecify.annotations.Nullable;

/**
 * A result of Anthropic's: {@code {"custom_id":"a","result":{"type":"succeeded","message":{..}}}}.
 * What {@code errored}, was {@code canceled} or {@code expired} is not billed.
 */
final class AnthropicBatch implements BatchLine {

  static final BatchLine LINE = new AnthropicBatch();

  private static final JsonShape<Reply> SHAPE = JsonShape.<Reply>object()
      .child(
          "result",
          JsonShape.<Reply>object()
              .text("type", into(RESULT))
              .child("message", AnthropicMessages.MESSAGE));

  private AnthropicBatch() {}

  @Override
  public JsonShape<Reply> shape() {
    return SHAPE;
  }

  @Override
  public boolean isResult(Reply line) {
    return line.text(RESULT) != null;
  }

  @Override
  public @Nullable WireFormat format(Reply line) {
    return line.is(RESULT, "succeeded") ? WireFormats.ANTHROPIC_MESSAGES : null;
  }
}
