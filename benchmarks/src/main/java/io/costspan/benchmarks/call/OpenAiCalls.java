package io.costspan.benchmarks.call;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientAsync;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Calls of openai-java, each to the end. */
final class OpenAiCalls {
  private final OpenAIClient small = OpenAiStub.chatting();
  private final OpenAIClient large = OpenAiStub.answering(Answers.chat(28 * 1_024));
  private final OpenAIClient calling = OpenAiStub.answering(Answers.toolCall());
  private final OpenAIClient streaming = OpenAiStub.streaming(Answers.chatStream(500));
  private final OpenAIClient embedding = OpenAiStub.answering(Answers.embeddings());
  private final OpenAIClient refusing = OpenAiStub.refusing(Answers.refusal());
  private final OpenAIClientAsync later = OpenAiStub.chattingLater();

  private final ChatCompletionCreateParams question = chat().build();
  private final ChatCompletionCreateParams streamedQuestion = chat()
      .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
      .build();
  private final ChatCompletionCreateParams questionWithTool =
      chat().addTool(weather()).build();
  private final EmbeddingCreateParams texts = EmbeddingCreateParams.builder()
      .model("text-embedding-3-small")
      .inputOfArrayOfStrings(Collections.nCopies(110, "A line of a product description."))
      .build();

  List<Call> all() {
    return List.of(
        new Call("chat1Kb", 400, this::chat1Kb),
        new Call("chat28Kb", 250, this::chat28Kb),
        new Call("stream500Chunks", 8, this::stream500Chunks),
        new Call("embeddings900Kb", 16, this::embeddings900Kb),
        new Call("toolCall", 400, this::toolCall),
        new Call("error400", 400, this::error400),
        new Call("asyncChat1Kb", 400, this::asyncChat1Kb));
  }

  private static ChatCompletionCreateParams.Builder chat() {
    return ChatCompletionCreateParams.builder()
        .model("gpt-4.1-mini")
        .maxCompletionTokens(1_000)
        .temperature(0.2)
        .addSystemMessage("You answer in one sentence.")
        .addUserMessage("What does a token cost when the cache is warm?");
  }

  private static ChatCompletionFunctionTool weather() {
    Map<String, Object> city = Map.of("city", Map.of("type", "string"));
    return ChatCompletionFunctionTool.builder()
        .function(FunctionDefinition.builder()
            .name("weather")
            .description("The weather of a city, now.")
            .parameters(FunctionParameters.builder()
                .putAdditionalProperty("type", JsonValue.from("object"))
                .putAdditionalProperty("properties", JsonValue.from(city))
                .build())
            .build())
        .build();
  }

  ChatCompletion chat1Kb() {
    return small.chat().completions().create(question);
  }

  ChatCompletion chat28Kb() {
    return large.chat().completions().create(question);
  }

  ChatCompletion toolCall() {
    return calling.chat().completions().create(questionWithTool);
  }

  /** On this thread and the common pool's: the stub's dispatcher has no other. */
  ChatCompletion asyncChat1Kb() {
    return later.chat().completions().create(question).join();
  }

  /** The last chunk, which has the usage. */
  ChatCompletionChunk stream500Chunks() {
    try (StreamResponse<ChatCompletionChunk> answer =
        streaming.chat().completions().createStreaming(streamedQuestion)) {
      return answer.stream().peek(Batch::use).reduce((before, last) -> last).orElseThrow();
    }
  }

  CreateEmbeddingResponse embeddings900Kb() {
    return embedding.embeddings().create(texts);
  }

  BadRequestException error400() {
    try {
      throw new IllegalStateException(
          "answered: " + refusing.chat().completions().create(question));
    } catch (BadRequestException refused) {
      return refused;
    }
  }
}
