package io.costspan.benchmarks.call;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.EmbeddingCreateParams;
import java.util.Collections;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Calls of openai-java, each to the end. A batch takes about 0.1 s. */
@State(Scope.Benchmark)
public class OpenAiCalls {
  private final OpenAIClient small = OpenAiStub.chatting();
  private final OpenAIClient large = OpenAiStub.answering(Answers.chat(28 * 1_024));
  private final OpenAIClient streaming = OpenAiStub.streaming(Answers.chatStream());
  private final OpenAIClient embedding = OpenAiStub.answering(Answers.embeddings());
  private final OpenAIClient refusing = OpenAiStub.refusing(Answers.refusal());

  private final ChatCompletionCreateParams question = chat().build();
  private final ChatCompletionCreateParams streamedQuestion = chat()
      .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
      .build();
  private final EmbeddingCreateParams texts = EmbeddingCreateParams.builder()
      .model("text-embedding-3-small")
      .inputOfArrayOfStrings(Collections.nCopies(110, "A line of a product description."))
      .build();

  private static ChatCompletionCreateParams.Builder chat() {
    return ChatCompletionCreateParams.builder()
        .model("gpt-4.1-mini")
        .maxCompletionTokens(1_000)
        .temperature(0.2)
        .addSystemMessage("You answer in one sentence.")
        .addUserMessage("What does a token cost when the cache is warm?");
  }

  @Benchmark
  @Warmup(batchSize = 2_500)
  @Measurement(batchSize = 2_500)
  public Object chat1Kb(CallerCost cost) {
    cost.calls++;
    return small.chat().completions().create(question);
  }

  @Benchmark
  @Warmup(batchSize = 1_250)
  @Measurement(batchSize = 1_250)
  public Object chat28Kb(CallerCost cost) {
    cost.calls++;
    return large.chat().completions().create(question);
  }

  @Benchmark
  @Warmup(batchSize = 20)
  @Measurement(batchSize = 20)
  public void stream500Chunks(CallerCost cost, Blackhole application) {
    cost.calls++;
    try (StreamResponse<ChatCompletionChunk> answer =
        streaming.chat().completions().createStreaming(streamedQuestion)) {
      answer.stream().forEach(application::consume);
    }
  }

  @Benchmark
  @Warmup(batchSize = 40)
  @Measurement(batchSize = 40)
  public Object embeddings900Kb(CallerCost cost) {
    cost.calls++;
    return embedding.embeddings().create(texts);
  }

  @Benchmark
  @Warmup(batchSize = 2_500)
  @Measurement(batchSize = 2_500)
  public Object error400(CallerCost cost) {
    cost.calls++;
    try {
      return refusing.chat().completions().create(question);
    } catch (BadRequestException refused) {
      return refused;
    }
  }
}
