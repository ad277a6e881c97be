package io.costspan.smoke.who;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/** Calls that cost money; a call's number becomes its limit of output tokens. */
final class Llm {
  private final OpenAIClient openAi;

  Llm(String url) {
    openAi = OpenAIOkHttpClient.builder()
        .baseUrl(url + "/v1")
        .apiKey("sk-smoke-test")
        .build();
  }

  void call(long number) {
    openAi
        .chat()
        .completions()
        .create(ChatCompletionCreateParams.builder()
            .model("gpt-4.1-mini")
            .maxCompletionTokens(number)
            .addUserMessage("Say a word.")
            .build());
  }
}
