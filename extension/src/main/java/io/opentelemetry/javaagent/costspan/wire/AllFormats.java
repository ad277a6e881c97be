package io.opentelemetry.javaagent.costspan.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The formats that no tap sends yet, and all together; apart, so that an agent loads none in vain. */
final class AllFormats {

  static final WireFormat OPENAI_IMAGES = new OpenAiImages();
  static final WireFormat OPENAI_TRANSCRIPTION = new OpenAiTranscription();
  static final WireFormat GEMINI = new GeminiGenerateContent();
  static final WireFormat BEDROCK_CONVERSE = new BedrockConverse();
  static final WireFormat BEDROCK_INVOKE = new BedrockInvoke();
  static final WireFormat COHERE_CHAT = new CohereChat();
  static final WireFormat COHERE_EMBED = new CohereEmbed();
  static final WireFormat COHERE_RERANK = new CohereRerank();
  static final WireFormat OLLAMA = new OllamaChat();
  static final WireFormat MISTRAL_OCR = new MistralOcr();

  static final List<WireFormat> LIST = Collections.unmodifiableList(Arrays.asList(
      WireFormats.OPENAI_CHAT,
      WireFormats.OPENAI_RESPONSES,
      WireFormats.OPENAI_EMBEDDINGS,
      OPENAI_IMAGES,
      OPENAI_TRANSCRIPTION,
      WireFormats.ANTHROPIC_MESSAGES,
      GEMINI,
      BEDROCK_CONVERSE,
      BEDROCK_INVOKE,
      COHERE_CHAT,
      COHERE_EMBED,
      COHERE_RERANK,
      OLLAMA,
      MISTRAL_OCR));

  private AllFormats() {}
}
