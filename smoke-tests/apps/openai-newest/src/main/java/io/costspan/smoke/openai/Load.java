package io.costspan.smoke.openai;

import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many calls from many threads: two models, cached or not, every fourth a stream, every token count
 * different. Arguments: URL of the provider, number of calls, number of threads. Prints how many
 * output tokens the application was told of.
 */
public final class Load {
  private static final String[] MODELS = {"gpt-4.1-mini", "gpt-4o-mini", "gpt-5-mini"};

  private final OpenAIClient client;

  private Load(OpenAIClient client) {
    this.client = client;
  }

  public static void main(String... args) throws Exception {
    Load load = new Load(Clients.connect(args[0], 2));
    int calls = Integer.parseInt(args[1]);
    ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(args[2]));
    List<Future<Long>> pending = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      int call = i;
      pending.add(threads.submit(() -> load.outputTokensOf(call)));
    }
    long outputTokens = 0;
    for (Future<Long> future : pending) {
      outputTokens += future.get();
    }
    System.out.println("load|calls " + calls);
    System.out.println("load|output tokens " + outputTokens);
    System.exit(0);
  }

  private long outputTokensOf(int call) {
    return call % 4 == 0 ? streamed(call) : answered(call);
  }

  private long answered(int call) {
    return client
        .chat()
        .completions()
        .create(params(call).build())
        .usage()
        .orElseThrow()
        .completionTokens();
  }

  private long streamed(int call) {
    ChatCompletionCreateParams params = params(call)
        .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
        .build();
    try (var response = client.chat().completions().createStreaming(params)) {
      return response.stream()
          .flatMap(chunk -> chunk.usage().stream())
          .mapToLong(usage -> usage.completionTokens())
          .sum();
    }
  }

  private static ChatCompletionCreateParams.Builder params(int call) {
    // Primes, so that counts and models do not move in step.
    String tokens = "tokens:in=%d,read=%d,out=%d"
        .formatted(101 + call % 997, call % 3 == 0 ? 1_024 : 0, 7 + call % 89);
    return ChatCompletionCreateParams.builder()
        .model(MODELS[call % MODELS.length])
        .maxCompletionTokens(1_000L + call % 100)
        .addUserMessage("Say a word. " + tokens);
  }
}
