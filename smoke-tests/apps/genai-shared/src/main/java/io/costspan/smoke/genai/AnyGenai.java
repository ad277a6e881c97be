package io.costspan.smoke.genai;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.errors.ApiException;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.LlmSdk;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** What google-genai can do from 1.0.0 on, in the words that still compile with the newest. */
abstract class AnyGenai implements LlmSdk {
  private final Client client;

  AnyGenai(Client client) {
    this.client = client;
  }

  final Client client() {
    return client;
  }

  @Override
  public final Object call(Ask ask) {
    return client.models.generateContent(modelOf(ask), ask.prompt(), config(ask));
  }

  @Override
  public final CompletableFuture<?> callAsync(Ask ask) {
    return client.async.models.generateContent(modelOf(ask), ask.prompt(), config(ask));
  }

  @Override
  public final Chunks stream(Ask ask) {
    ResponseStream<GenerateContentResponse> responses =
        client.models.generateContentStream(modelOf(ask), ask.prompt(), config(ask));
    return new Chunks(
        StreamSupport.stream(responses.spliterator(), false), responses::close);
  }

  @Override
  public final Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    return client
        .async
        .models
        .generateContentStream(modelOf(ask), ask.prompt(), config(ask))
        .thenAccept(responses -> readAll(responses, onChunk))
        .whenComplete((nothing, failure) -> onEnd.accept(Optional.ofNullable(failure)));
  }

  private static void readAll(ResponseStream<?> responses, Consumer<Object> onChunk) {
    try (responses) {
      responses.forEach(onChunk);
    }
  }

  @Override
  public final Object embed(Ask ask, boolean base64) {
    return client
        .models
        .embedContent(
            "gemini-embedding-001", ask.prompt(), EmbedContentConfig.builder().build())
        .embeddings();
  }

  @Override
  public final String details(Throwable failure) {
    return failure instanceof ApiException e
        ? e.code() + " " + e.status() + " " + e.message()
        : "";
  }

  static GenerateContentConfig config(Ask ask) {
    return GenerateContentConfig.builder()
        .maxOutputTokens(Math.toIntExact(ask.number()))
        .temperature(0.5f)
        .build();
  }

  static String modelOf(Ask ask) {
    return switch (ask.model()) {
      case STANDARD, REASONING -> "gemini-2.5-flash";
      case SMALL -> "gemini-2.5-flash-lite";
      case UNKNOWN -> "house-model-1";
    };
  }
}
