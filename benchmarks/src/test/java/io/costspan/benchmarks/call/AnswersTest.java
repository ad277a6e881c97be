package io.costspan.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.anthropic.models.messages.Message;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the benchmarks measure what they are named after. */
class AnswersTest {
  private final OpenAiCalls openAi = new OpenAiCalls();

  @Test
  void areAsLargeAsTheBenchmarksSay() {
    assertThat(Answers.chat(1_024)).hasSizeBetween(900, 1_100);
    assertThat(Answers.message(1_024)).hasSizeBetween(900, 1_100);
    assertThat((double) Answers.chat(28 * 1_024).length).isCloseTo(28 * 1_024, withinPercentage(5));
    assertThat((double) Answers.embeddings().length).isCloseTo(900_000, withinPercentage(5));
  }

  @Test
  void areReadByTheSdksWithTheirUsage() {
    ChatCompletion chat = openAi.chat28Kb();
    Message message = new AnthropicCalls().message1Kb();
    CreateEmbeddingResponse embeddings = openAi.embeddings900Kb();

    assertThat(chat.usage().orElseThrow().promptTokens()).isEqualTo(1_336);
    assertThat(message.usage().outputTokens()).isEqualTo(96);
    assertThat(embeddings.usage().promptTokens()).isEqualTo(1_320);
    assertThat(embeddings.data()).hasSize(110);
  }

  @Test
  void streamFiveHundredPiecesOfTextAndThenTheUsage() {
    List<ChatCompletionChunk> chunks;
    try (StreamResponse<ChatCompletionChunk> stream = OpenAiStub.streaming(Answers.chatStream(500))
        .chat()
        .completions()
        .createStreaming(ChatCompletionCreateParams.builder()
            .model("gpt-4.1-mini")
            .addUserMessage("Count.")
            .build())) {
      chunks = stream.stream().toList();
    }

    assertThat(chunks).hasSize(1 + 500 + 1 + 1); // the role, the text, the finish reason, the usage
    assertThat(chunks.get(502).usage().orElseThrow().completionTokens()).isEqualTo(96);
  }

  @Test
  void refuseWithTheSdksException() {
    BadRequestException refused = openAi.error400();

    assertThat(refused.code()).contains("invalid_value");
  }

  @Test
  void callATool() {
    ChatCompletion chat = openAi.toolCall();

    assertThat(chat.choices().get(0).message().toolCalls().orElseThrow()).hasSize(1);
  }

  @Test
  void answerAnAsynchronousCall() {
    ChatCompletion chat = openAi.asyncChat1Kb();

    assertThat(chat.usage().orElseThrow().completionTokens()).isEqualTo(96);
  }
}
