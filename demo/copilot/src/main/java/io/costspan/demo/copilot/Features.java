package io.costspan.demo.copilot;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is offered, by route. */
final class Features {
  private Features() {}

  static Map<String, Feature> of(Map<String, String> environment) {
    Map<String, Feature> features = new LinkedHashMap<>();
    if (environment.containsKey("OPENAI_API_KEY")) {
      OpenAIClient openAi = OpenAIOkHttpClient.fromEnv();
      features.put("/draft", new Draft(openAi));
      features.put("/chat", new Chat(openAi));
      features.put("/suggest", new Suggest(openAi));
      features.put("/summarise", new Summarise(openAi));
      features.put("/tag", new Tag(openAi.async()));
      features.put("/search", new Search(openAi));
      features.put("/translate", new Translate(openAi));
    }
    if (environment.containsKey("ANTHROPIC_API_KEY")) {
      AnthropicClient anthropic = AnthropicOkHttpClient.fromEnv();
      String model = environment.getOrDefault("COPILOT_REVIEW_MODEL", "claude-sonnet-4-5");
      features.put("/review", new Review(anthropic, model));
    }
    return features;
  }
}
