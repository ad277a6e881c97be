package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.wire.AnswerCounter.Part;

/** Where the texts are in the events of OpenAI's chat and of the older completions. */
final class AnswerTables {

  private static final JsonShape<Reply> CALLED = JsonShape.<Reply>object()
      .taken("name", reply -> reply.said(Part.CALLED))
      .taken("arguments", reply -> reply.said(Part.ARGUMENTS));

  private static final JsonShape<Reply> DELTA = JsonShape.<Reply>object()
      .taken("content", reply -> reply.said(Part.CONTENT))
      .taken("refusal", reply -> reply.said(Part.REFUSAL))
      .child("function_call", CALLED)
      .child("tool_calls", JsonShape.arrayOf(JsonShape.<Reply>object().child("function", CALLED)))
      .child("audio", JsonShape.<Reply>object().begin(Reply::saysMoreThanText));

  static final JsonShape<Reply> CHAT =
      OpenAiChat.completion(OpenAiChat.choice().child("delta", DELTA));

  static final JsonShape<Reply> COMPLETION =
      OpenAiChat.completion(OpenAiChat.choice().taken("text", reply -> reply.said(Part.CONTENT)));

  private AnswerTables() {}
}
