package io.costspan.demo.copilot;

import com.openai.models.chat.completions.ChatCompletionChunk;

/** What a chunk of a stream says. */
final class Words {
  private Words() {}

  /** Empty for chunks that only carry a role, an end or the usage. */
  static String of(ChatCompletionChunk chunk) {
    return chunk.choices().stream()
        .findFirst()
        .flatMap(choice -> choice.delta().content())
        .orElse("");
  }
}
