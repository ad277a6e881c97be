package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.Reply.intoAsText;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.CUSTOM_ID;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.OBJECT;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.RESULT;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A result of OpenAI's, which Azure and others repeat: {@code
 * {"custom_id":"a","response":{"status_code":200,"body":{..}},"error":null}}. Only the body says
 * which endpoint it is from, so that its table is that of all of them.
 */
final class OpenAiBatch implements BatchLine {

  static final BatchLine LINE = new OpenAiBatch();

  private static final String CHAT = "chat.completion";
  private static final String IMAGES = "images";
  private static final String MODERATION = "moderation";

  private static final JsonShape<Reply> BODY = OpenAiResponses.addTo(
          OpenAiChat.addTo(JsonShape.object()))
      .child(
          "usage",
          OpenAiTables.addTo(OpenAiTables.usage("prompt", "completion"), "input", "output"))
      .text("object", into(OBJECT))
      .present("choices", unlessSaid(CHAT))
      .present("data", unlessSaid(IMAGES))
      .present("results", unlessSaid(MODERATION));

  private static final JsonShape<Reply> SHAPE = JsonShape.<Reply>object()
      .present("custom_id", reply -> into(CUSTOM_ID).accept(reply, ""))
      .present("response", reply -> into(RESULT).accept(reply, ""))
      .child(
          "response",
          JsonShape.<Reply>object().integer("status_code", intoAsText(RESULT)).child("body", BODY));

  private OpenAiBatch() {}

  @Override
  public JsonShape<Reply> shape() {
    return SHAPE;
  }

  @Override
  public boolean isResult(Reply line) {
    return line.text(CUSTOM_ID) != null && line.text(RESULT) != null;
  }

  /** Who leaves the status out had none but good ones, as the usage shows. */
  @Override
  public @Nullable WireFormat format(Reply line) {
    boolean answered = line.is(RESULT, "200") || (line.is(RESULT, "") && line.hasUsage());
    return answered ? formatOf(line.text(OBJECT)) : null;
  }

  /** What is of no known kind was served all the same, and is a gap where it tells no usage. */
  private static WireFormat formatOf(@Nullable String object) {
    switch (object == null ? CHAT : object) {
      case "response":
      case "response.compaction":
        return WireFormats.OPENAI_RESPONSES;
      case "list":
        return WireFormats.OPENAI_EMBEDDINGS;
      case "text_completion":
        return OpenAiChat.COMPLETIONS;
      case IMAGES:
        return OpenAiImages.FORMAT;
      case MODERATION:
        return OpenAiModerations.FORMAT;
      default:
        return WireFormats.OPENAI_CHAT;
    }
  }

  private static Consumer<Reply> unlessSaid(String kind) {
    return reply -> {
      if (reply.text(OBJECT) == null) {
        into(OBJECT).accept(reply, kind);
      }
    };
  }
}
