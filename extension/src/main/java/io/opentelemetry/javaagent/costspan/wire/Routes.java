package io.opentelemetry.javaagent.costspan.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are calls: one row for each path, the first that fits counts. All are POST; only the
 * end of a path is looked at, since gateways and Azure put segments before it.
 */
final class Routes {

  static final String ANTHROPIC_VERSION = "anthropic-version";

  private static final List<Route> ALL = Arrays.asList(
      Route.anywhere("chat/completions", () -> WireFormats.OPENAI_CHAT),
      Route.known("fim/completions", () -> WireFormats.OPENAI_CHAT),
      Route.anywhere("v1/completions", () -> OpenAiChat.COMPLETIONS),
      Route.anywhere("deployments/*/completions", () -> OpenAiChat.COMPLETIONS),
      Route.known("completions", () -> OpenAiChat.COMPLETIONS),
      Route.anywhere("openai/responses", () -> WireFormats.OPENAI_RESPONSES),
      Route.anywhere("openai/v1/responses", () -> WireFormats.OPENAI_RESPONSES),
      Route.known("responses", () -> WireFormats.OPENAI_RESPONSES),
      Route.known("responses/compact", () -> WireFormats.OPENAI_RESPONSES),
      Route.anywhere("v1/embeddings", () -> WireFormats.OPENAI_EMBEDDINGS),
      Route.anywhere("deployments/*/embeddings", () -> WireFormats.OPENAI_EMBEDDINGS),
      Route.known("api/embeddings", () -> OllamaChat.FORMAT),
      Route.known("embeddings", () -> WireFormats.OPENAI_EMBEDDINGS),
      Route.anywhere("v1/images/generations", () -> OpenAiImages.FORMAT),
      Route.anywhere("deployments/*/images/generations", () -> OpenAiImages.FORMAT),
      Route.known("images/generations", () -> OpenAiImages.FORMAT),
      Route.known("images/edits", () -> OpenAiImages.FORMAT),
      Route.known("images/variations", () -> OpenAiImages.FORMAT),
      Route.known("audio/transcriptions", () -> OpenAiTranscription.FORMAT),
      Route.known("audio/translations", () -> OpenAiTranscription.FORMAT),
      Route.known("audio/speech", () -> OpenAiSpeech.FORMAT),
      Route.known("moderations", () -> OpenAiModerations.FORMAT),
      // OpenAI's adds to a list.
      Route.noCall("threads/*/messages"),
      Route.signed("messages", ANTHROPIC_VERSION, () -> WireFormats.ANTHROPIC_MESSAGES),
      Route.anywhere("*:generateContent", () -> GeminiGenerateContent.FORMAT),
      Route.anywhere("*:streamGenerateContent", () -> GeminiGenerateContent.FORMAT),
      Route.anywhere("*:embedContent", () -> GeminiEmbeddings.FORMAT),
      Route.anywhere("*:batchEmbedContents", () -> GeminiEmbeddings.FORMAT),
      // Vertex AI has this verb for every model, also for those that predict the weather.
      Route.anywhere("models/*embedding*:predict", () -> GeminiEmbeddings.FORMAT),
      Route.anywhere("models/imagen*:predict", () -> Imagen.FORMAT),
      Route.anywhere("models/virtual-try-on*:predict", () -> Imagen.FORMAT),
      Route.known("model/*/converse", () -> BedrockConverse.FORMAT),
      Route.known("model/*/converse-stream", () -> BedrockConverse.FORMAT),
      Route.known("model/*/invoke", () -> BedrockInvoke.FORMAT),
      Route.known("model/*/invoke-with-response-stream", () -> BedrockInvoke.FORMAT),
      Route.known("api/chat", () -> OllamaChat.FORMAT),
      Route.known("api/generate", () -> OllamaChat.FORMAT),
      Route.known("api/embed", () -> OllamaChat.FORMAT),
      Route.known("v2/chat", () -> CohereChat.FORMAT),
      Route.known("v1/chat", () -> CohereChat.FORMAT),
      Route.known("v2/embed", () -> CohereEmbed.FORMAT),
      Route.known("v1/embed", () -> CohereEmbed.FORMAT),
      Route.known("v2/rerank", () -> CohereRerank.FORMAT),
      Route.known("v1/rerank", () -> CohereRerank.FORMAT),
      Route.known("v1/ocr", () -> MistralOcr.FORMAT),
      Route.anywhere("aigc/text-generation/generation", () -> DashScopeChat.FORMAT),
      Route.anywhere("aigc/multimodal-generation/generation", () -> DashScopeChat.FORMAT),
      Route.anywhere("embeddings/text-embedding/text-embedding", () -> DashScopeVectors.EMBED),
      Route.anywhere(
          "embeddings/multimodal-embedding/multimodal-embedding", () -> DashScopeVectors.EMBED),
      Route.anywhere("rerank/text-rerank/text-rerank", () -> DashScopeVectors.RERANK));

  private static final List<List<Route>> BY_LAST = byLast();

  private Routes() {}

  /** In the order in which they are tried. */
  static List<Route> all() {
    return Collections.unmodifiableList(ALL);
  }

  /** The route that a path, or a URL up to its query, takes; null for none. Allocates nothing. */
  static @Nullable Route of(String method, String path) {
    if (!method.equals("POST")) {
      return null;
    }
    int end = endOfPath(path);
    if (end == 0 || path.charAt(end - 1) >= BY_LAST.size()) {
      return null;
    }
    List<Route> rows = BY_LAST.get(path.charAt(end - 1));
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).matches(path, end)) {
        return rows.get(i).isCall() ? rows.get(i) : null;
      }
    }
    return null;
  }

  static int endOfPath(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url.length() : query;
  }

  /** The last character alone rules most requests out. */
  private static List<List<Route>> byLast() {
    List<List<Route>> rows = new ArrayList<>(Collections.nCopies(128, Collections.emptyList()));
    for (Route route : ALL) {
      List<Route> others = rows.get(route.last());
      List<Route> more = new ArrayList<>(others);
      more.add(route);
      rows.set(route.last(), more);
    }
    return Collections.unmodifiableList(rows);
  }
}
