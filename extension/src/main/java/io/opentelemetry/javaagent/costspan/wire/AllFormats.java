package io.opentelemetry.javaagent.costspan.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** All formats together; apart, so that an agent loads none in vain. */
final class AllFormats {

  static final List<WireFormat> LIST = Collections.unmodifiableList(Arrays.asList(
      WireFormats.OPENAI_CHAT,
      WireFormats.OPENAI_RESPONSES,
      WireFormats.OPENAI_EMBEDDINGS,
      OpenAiChat.COMPLETIONS,
      OpenAiImages.FORMAT,
      OpenAiTranscription.FORMAT,
      OpenAiSpeech.FORMAT,
      OpenAiModerations.FORMAT,
      WireFormats.ANTHROPIC_MESSAGES,
      GeminiGenerateContent.FORMAT,
      GeminiEmbeddings.FORMAT,
      Imagen.FORMAT,
      BedrockConverse.FORMAT,
      BedrockInvoke.FORMAT,
      CohereChat.FORMAT,
      CohereEmbed.FORMAT,
      CohereRerank.FORMAT,
      OllamaChat.FORMAT,
      MistralOcr.FORMAT,
      DashScopeChat.FORMAT,
      DashScopeVectors.EMBED,
      DashScopeVectors.RERANK));

  private AllFormats() {}
}
