package io.costspan.benchmarks.startup;

import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.costspan.benchmarks.call.OpenAiStub;

/** Does nothing, or with the argument {@value #CALL} makes one LLM call, and prints its vitals. */
public final class Application {
  public static final String CALL = "call";

  private Application() {}

  public static void main(String... args) {
    long mainMillis = System.currentTimeMillis();
    if (args.length > 0 && args[0].equals(CALL)) {
      call();
    }
    System.out.println(Vitals.now(mainMillis));
  }

  private static void call() {
    OpenAIClient client = OpenAiStub.chatting();
    ChatCompletionCreateParams question = ChatCompletionCreateParams.builder()
        .model("gpt-4.1-mini")
        .addUserMessage("Are you awake?")
        .build();
    if (client.chat().completions().create(question).choices().isEmpty()) {
      throw new IllegalStateException("no answer");
    }
  }
}
