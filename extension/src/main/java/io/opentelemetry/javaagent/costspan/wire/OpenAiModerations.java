package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ID;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.MODEL;

/** Moderations, at OpenAI and Mistral. OpenAI's are free and count nothing; Mistral's tell tokens. */
final class OpenAiModerations implements WireFormat, ReplyRules {

  static final WireFormat FORMAT = new OpenAiModerations();

  private static final JsonShape<Reply> RESPONSE = ErrorTable.addTo(JsonShape.<Reply>object()
      .identifier("id", into(ID))
      .text("model", into(MODEL))
      .child("usage", OpenAiTables.usage("prompt", "completion")));

  @Override
  public String name() {
    return "openai.moderations";
  }

  @Override
  public String operation() {
    return "moderation";
  }

  @Override
  public String defaultProvider() {
    return "openai";
  }

  @Override
  public boolean isBilled() {
    return false;
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.FLAT);
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return new JsonResponseReader(RESPONSE, this);
  }
}
