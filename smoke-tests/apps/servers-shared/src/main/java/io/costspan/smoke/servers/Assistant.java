package io.costspan.smoke.servers;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What the servers sell: answers of a model, asked for in each way that the SDK has. The number of a
 * call is its limit of output tokens, and decides what it costs.
 */
public final class Assistant {
  private final OpenAIClient client;

  public Assistant(String providerUrl) {
    client = OpenAIOkHttpClient.builder()
        .baseUrl(providerUrl + "/v1")
        .apiKey("sk-smoke-test")
        .build();
  }

  public String answer(long number) {
    return textOf(client.chat().completions().create(params(number).build()));
  }

  public CompletableFuture<String> answerLater(long number) {
    return client
        .async()
        .chat()
        .completions()
        .create(params(number).build())
        .thenApply(Assistant::textOf);
  }

  /** On the caller's thread. */
  public void stream(long number, Consumer<String> onPiece) {
    try (StreamResponse<ChatCompletionChunk> response =
        client.chat().completions().createStreaming(streamed(number))) {
      response.stream().forEach(chunk -> pieces(chunk, onPiece));
    }
  }

  /** On a thread of the SDK. */
  public CompletableFuture<Void> streamLater(long number, Consumer<String> onPiece) {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    client
        .async()
        .chat()
        .completions()
        .createStreaming(streamed(number))
        .subscribe(new AsyncStreamResponse.Handler<>() {
          @Override
          public void onNext(ChatCompletionChunk chunk) {
            pieces(chunk, onPiece);
          }

          @Override
          public void onComplete(Optional<Throwable> failure) {
            failure.ifPresentOrElse(ended::completeExceptionally, () -> ended.complete(null));
          }
        });
    return ended;
  }

  private static String textOf(ChatCompletion completion) {
    return completion.choices().get(0).message().content().orElse("");
  }

  private static void pieces(ChatCompletionChunk chunk, Consumer<String> onPiece) {
    chunk.choices().forEach(choice -> choice.delta().content().ifPresent(onPiece));
  }

  private static ChatCompletionCreateParams streamed(long number) {
    return params(number)
        .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
        .build();
  }

  private static ChatCompletionCreateParams.Builder params(long number) {
    // Primes, so that no two payers of a test pay the same.
    String tokens = "tokens:in=%d,out=%d".formatted(101 + number % 997, 7 + number % 89);
    return ChatCompletionCreateParams.builder()
        .model(number % 2 == 0 ? "gpt-4.1-mini" : "gpt-4o-mini")
        .maxCompletionTokens(number)
        .addUserMessage("Say a word. " + tokens);
  }
}
