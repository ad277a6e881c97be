package io.costspan.smoke.ollama4j;

import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import io.github.ollama4j.Ollama;
import io.github.ollama4j.exceptions.OllamaException;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.embed.OllamaEmbedRequestBuilder;
import io.github.ollama4j.models.embed.OllamaEmbedResult;
import io.github.ollama4j.utils.OptionsBuilder;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** ollama4j: blocking, with a handler for the pieces of a stream, and a JDK client for each call. */
final class Ollama4j implements LlmSdk {
  private final Ollama ollama;

  private Ollama4j(Ollama ollama) {
    this.ollama = ollama;
  }

  static LlmSdk connect(String url, int maxRetries) {
    return new Ollama4j(new Ollama(url));
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(Feature.ASYNC_STREAMS, Feature.EMBEDDINGS);
  }

  @Override
  public Object call(Ask ask) {
    try {
      return ollama.chat(request(ask), null);
    } catch (OllamaException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Chunks stream(Ask ask) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    return CompletableFuture.runAsync(() -> {
      try {
        ollama.chat(request(ask), piece -> onChunk.accept(piece.getMessage().getResponse()));
        onEnd.accept(Optional.empty());
      } catch (OllamaException e) {
        onEnd.accept(Optional.of(e));
      }
    });
  }

  @Override
  public Object embed(Ask ask, boolean base64) {
    try {
      OllamaEmbedResult result =
          ollama.embed(OllamaEmbedRequestBuilder.getInstance("nomic-embed-text", ask.prompt())
              .build());
      return result.getEmbeddings();
    } catch (OllamaException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String details(Throwable failure) {
    return "";
  }

  private static OllamaChatRequest request(Ask ask) {
    return OllamaChatRequest.builder()
        .withModel(modelOf(ask))
        .withOptions(
            new OptionsBuilder().setNumPredict(Math.toIntExact(ask.number())).build())
        .withMessage(OllamaChatMessageRole.USER, ask.prompt());
  }

  private static String modelOf(Ask ask) {
    return switch (ask.model()) {
      case STANDARD -> "llama3.2";
      case SMALL -> "qwen3:0.6b";
      case REASONING -> "deepseek-r1:8b";
      case UNKNOWN -> "house-model-1";
    };
  }
}
