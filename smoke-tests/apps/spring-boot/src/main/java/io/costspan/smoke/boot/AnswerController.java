package io.costspan.smoke.boot;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Two features that cost money; the number in the path becomes the limit of output tokens. */
@RestController
class AnswerController {
  private final OpenAIClient openAi;

  AnswerController(OpenAIClient openAi) {
    this.openAi = openAi;
  }

  @GetMapping("/answer/{number}")
  String answer(@PathVariable("number") long number) {
    return openAi.chat().completions().create(params(number).build()).toString();
  }

  @GetMapping("/stream/{number}")
  String stream(@PathVariable("number") long number) {
    ChatCompletionStreamOptions options =
        ChatCompletionStreamOptions.builder().includeUsage(true).build();
    try (StreamResponse<ChatCompletionChunk> response = openAi
        .chat()
        .completions()
        .createStreaming(params(number).streamOptions(options).build())) {
      return response.stream().map(ChatCompletionChunk::toString).collect(Collectors.joining(" "));
    }
  }

  /** What a person does with an answer that was good. */
  @GetMapping("/accept/{number}")
  ResponseEntity<Void> accept(@PathVariable("number") long number) {
    return ResponseEntity.status(number > 0 ? 204 : 404).build();
  }

  private static ChatCompletionCreateParams.Builder params(long number) {
    return ChatCompletionCreateParams.builder()
        .model("gpt-4.1-mini")
        .maxCompletionTokens(number)
        .addUserMessage("scenario:cached-read Say a word.");
  }
}
