package io.costspan.smoke.langchain4j;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import io.costspan.smoke.runner.OpenAiJson;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** LangChain4j's OpenAI models over the HTTP client that they take when they are given none. */
final class LangChain4j implements LlmSdk {
  private final OpenAiChatModel model;
  private final OpenAiStreamingChatModel streaming;
  private final OpenAiEmbeddingModel embedding;

  private LangChain4j(String url) {
    this.model = OpenAiChatModel.builder()
        .baseUrl(url)
        .apiKey("sk-smoke-test")
        .modelName("gpt-4.1-mini")
        .maxRetries(0)
        .build();
    this.streaming = OpenAiStreamingChatModel.builder()
        .baseUrl(url)
        .apiKey("sk-smoke-test")
        .modelName("gpt-4.1-mini")
        .build();
    this.embedding = OpenAiEmbeddingModel.builder()
        .baseUrl(url)
        .apiKey("sk-smoke-test")
        .modelName("text-embedding-3-small")
        .dimensions(64)
        .maxRetries(0)
        .build();
  }

  static LlmSdk connect(String url, int maxRetries) {
    return new LangChain4j(url + "/v1");
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(
        Feature.ASYNC_STREAMS,
        Feature.REASONING,
        Feature.CACHED_READS,
        Feature.SERVICE_TIERS,
        Feature.EMBEDDINGS);
  }

  @Override
  public Object call(Ask ask) {
    return textOf(model.chat(request(ask)));
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Chunks stream(Ask ask) {
    throw new UnsupportedOperationException();
  }

  /** Asks for the usage by itself. */
  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    Pieces pieces = new Pieces(onChunk, onEnd);
    streaming.chat(request(ask), pieces);
    return pieces;
  }

  @Override
  public Object embed(Ask ask, boolean base64) {
    return embedding.embed(ask.prompt()).content().vectorAsList();
  }

  @Override
  public String details(Throwable failure) {
    return "";
  }

  /** All but the raw response, which is printed with its address in memory. */
  static String textOf(ChatResponse response) {
    return "%s %s %s %s %s"
        .formatted(
            response.id(),
            response.modelName(),
            response.aiMessage(),
            response.tokenUsage(),
            response.finishReason());
  }

  private static ChatRequest request(Ask ask) {
    OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder();
    parameters.modelName(OpenAiJson.modelOf(ask));
    parameters.maxCompletionTokens(Math.toIntExact(ask.number()));
    if (ask.priority()) {
      parameters.serviceTier("priority");
    }
    return ChatRequest.builder()
        .messages(UserMessage.from(ask.prompt()))
        .parameters(parameters.build())
        .build();
  }
}
