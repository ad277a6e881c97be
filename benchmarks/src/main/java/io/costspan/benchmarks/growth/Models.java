package io.costspan.benchmarks.growth;

import com.openai.client.OpenAIClient;
import io.costspan.benchmarks.call.Answers;
import io.costspan.benchmarks.call.OpenAiStub;
import okhttp3.MediaType;
import okhttp3.ResponseBody;

/** Each call is for another fine-tuned model, which the answer names. */
final class Models extends OneAfterTheOther {
  private static final MediaType JSON = MediaType.get("application/json");

  private final OpenAIClient client =
      OpenAiStub.answering(() -> ResponseBody.create(Answers.chat(name(), "Less."), JSON));

  @Override
  Object ask() {
    return client.chat().completions().create(Question.of(name()));
  }

  private String name() {
    return "ft:gpt-4.1-mini-2025-04-14:acme::" + number();
  }
}
