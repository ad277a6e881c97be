package io.opentelemetry.javaagent.costspan.wire;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a response document shows of its format. A sign is something that the format always has and
 * that no other has; where signs of several formats stand together, nothing is sure.
 */
final class ResponseSigns {

  private static final JsonShape<ResponseSigns> USAGE = JsonShape.<ResponseSigns>object()
      .present("prompt_tokens", signs -> signs.promptTokens = true)
      .present("billed_units", of(CohereChat.FORMAT))
      .present("inputTokens", signs -> signs.bedrockUsage = true)
      .text("type", ResponseSigns::usageType);

  private static final JsonShape<ResponseSigns> COHERE_META = JsonShape.<ResponseSigns>object()
      .child(
          "billed_units",
          JsonShape.<ResponseSigns>object()
              .present("search_units", of(CohereRerank.FORMAT))
              .present("output_tokens", of(CohereChat.FORMAT))
              .present("images", of(CohereEmbed.FORMAT))
              .present("image_tokens", of(CohereEmbed.FORMAT))
              .present("input_tokens", signs -> signs.cohereInput = true));

  private static final JsonShape<ResponseSigns> DATA =
      JsonShape.arrayOf(JsonShape.<ResponseSigns>object()
          .present("embedding", of(WireFormats.OPENAI_EMBEDDINGS))
          .present("b64_json", of(OpenAiImages.FORMAT))
          .present("url", of(OpenAiImages.FORMAT)));

  private static final JsonShape<ResponseSigns> PREDICTIONS =
      JsonShape.arrayOf(JsonShape.<ResponseSigns>object()
          .present("embeddings", of(GeminiEmbeddings.FORMAT))
          .present("bytesBase64Encoded", of(Imagen.FORMAT))
          .present("gcsUri", of(Imagen.FORMAT)));

  private static final JsonShape<ResponseSigns> DASHSCOPE_OUTPUT = JsonShape.<ResponseSigns>object()
      .present("choices", of(DashScopeChat.FORMAT))
      .present("text", of(DashScopeChat.FORMAT))
      .present("embeddings", of(DashScopeVectors.EMBED))
      .present("results", of(DashScopeVectors.RERANK));

  private static final JsonShape<ResponseSigns> DOCUMENT = JsonShape.<ResponseSigns>object()
      .text("object", ResponseSigns::object)
      .text("type", ResponseSigns::type)
      .child("data", DATA)
      .child("usage", USAGE)
      .child("output", DASHSCOPE_OUTPUT)
      .child("meta", COHERE_META)
      .present("choices", signs -> signs.choices = true)
      .present("usageMetadata", signs -> signs.geminiUsage = true)
      .present("embedding", signs -> signs.embedding = true)
      .child("predictions", PREDICTIONS)
      .present("candidates", of(GeminiGenerateContent.FORMAT))
      .present("metrics", signs -> signs.bedrockMetrics = true)
      .present("inputTextTokenCount", of(BedrockInvoke.FORMAT))
      .present("prompt_token_count", of(BedrockInvoke.FORMAT))
      .present("amazon-bedrock-invocationMetrics", of(BedrockInvoke.FORMAT))
      .present("prompt_eval_count", of(OllamaChat.FORMAT))
      .present("eval_count", of(OllamaChat.FORMAT))
      .present("usage_info", of(MistralOcr.FORMAT))
      .orList();

  private final Set<WireFormat> formats = new HashSet<>();
  private boolean wellFormed;
  private boolean choices;
  private boolean promptTokens;
  private boolean bedrockUsage;
  private boolean bedrockMetrics;
  private boolean cohereInput;
  private boolean geminiUsage;
  private boolean embedding;

  private ResponseSigns() {}

  static ResponseSigns of(byte[] json) {
    ResponseSigns signs = new ResponseSigns();
    JsonPushReader<ResponseSigns> reader = new JsonPushReader<>(DOCUMENT, signs);
    reader.feed(json, 0, json.length);
    signs.wellFormed = reader.isClosed();
    reader.close();
    signs.combine();
    return signs;
  }

  @Nullable
  WireFormat format() {
    return wellFormed && formats.size() == 1 ? formats.iterator().next() : null;
  }

  /** Draws the conclusions that take more than one field. */
  private void combine() {
    if (choices && promptTokens) {
      formats.add(WireFormats.OPENAI_CHAT);
    }
    if (bedrockUsage) { // Nova's own bodies lack the metrics that Converse adds
      formats.add(bedrockMetrics ? BedrockConverse.FORMAT : BedrockInvoke.FORMAT);
    }
    if (geminiUsage) {
      formats.add(embedding ? GeminiEmbeddings.FORMAT : GeminiGenerateContent.FORMAT);
    }
    if (cohereInput && formats.isEmpty()) {
      formats.add(CohereEmbed.FORMAT);
    }
  }

  private static Consumer<ResponseSigns> of(WireFormat format) {
    return signs -> signs.formats.add(format);
  }

  private void object(String value) {
    if (value.startsWith("chat.completion")) {
      formats.add(WireFormats.OPENAI_CHAT);
    } else if (value.equals("response") || value.equals("response.compaction")) {
      formats.add(WireFormats.OPENAI_RESPONSES);
    }
  }

  private void type(String value) {
    if (value.equals("message")) {
      formats.add(WireFormats.ANTHROPIC_MESSAGES);
    }
  }

  private void usageType(String value) {
    if (value.equals("tokens") || value.equals("duration")) {
      formats.add(OpenAiTranscription.FORMAT);
    }
  }
}
