package io.costspan.smoke.genai;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.genai.Chat;
import com.google.genai.Client;
import com.google.genai.errors.ApiException;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateImagesConfig;
import com.google.genai.types.HttpOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What applications do beside the scenarios. Arguments: the provider's URL, and how many calls to
 * make at once.
 */
public final class Others {
  private static final String MODEL = "gemini-2.5-flash";

  private Others() {}

  public static void main(String... args) {
    Client client =
        Client.builder().apiKey("AIza-smoke-test").httpOptions(at(args[0])).build();
    chat(client);
    countTokens(client);
    elsewhere(args[0]);
    Client vertex = vertex(args[0]);
    System.out.println("vertex|"
        + vertex.models.generateContent(MODEL, "Say a word.", limit(14)).text());
    images(vertex);
    manyAtOnce(client, Integer.parseInt(args[1]));
    System.exit(0);
  }

  /** Two turns, the second of which streams. */
  private static void chat(Client client) {
    Chat chat = client.chats.create(MODEL, limit(11));
    System.out.println("chat|" + chat.sendMessage("Say a word.").text());
    StringBuilder words = new StringBuilder();
    try (var responses = chat.sendMessageStream("Say another.", limit(12))) {
      responses.forEach(response -> words.append(response.text()));
    }
    System.out.println("chat|" + words);
  }

  @SuppressWarnings("deprecation") // and used, as long as there is Imagen
  private static void images(Client client) {
    GenerateImagesConfig two = GenerateImagesConfig.builder().numberOfImages(2).build();
    int images = client
        .models
        .generateImages("imagen-4.0-generate-001", "A word.", two)
        .images()
        .size();
    System.out.println("images|" + images);
  }

  /** Costs nothing at the real provider, and is not known at ours. */
  private static void countTokens(Client client) {
    try {
      client.models.countTokens(MODEL, "Say a word.", null);
    } catch (ApiException e) {
      System.out.println("count|" + e.code());
    }
  }

  /** The URL of a request goes before the client's. */
  private static void elsewhere(String url) {
    Client client = Client.builder()
        .apiKey("AIza-smoke-test")
        .httpOptions(at("http://127.0.0.1:1"))
        .build();
    GenerateContentConfig config = limit(13).toBuilder().httpOptions(at(url)).build();
    System.out.println("elsewhere|"
        + client.models.generateContent(MODEL, "Say a word.", config).text());
  }

  private static Client vertex(String url) {
    Date never = Date.from(Instant.parse("2999-01-01T00:00:00Z"));
    return Client.builder()
        .vertexAI(true)
        .project("smoke-test")
        .location("us-central1")
        .credentials(GoogleCredentials.create(new AccessToken("smoke-test", never)))
        .httpOptions(at(url))
        .build();
  }

  /** OkHttp sends five at once to one host: the others wait in its queue. */
  private static void manyAtOnce(Client client, int calls) {
    List<CompletableFuture<GenerateContentResponse>> pending = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      pending.add(client.async.models.generateContent(MODEL, "Say a word.", limit(100 + i)));
    }
    pending.forEach(future -> System.out.println("many|" + future.join().text()));
  }

  private static HttpOptions at(String url) {
    return HttpOptions.builder().baseUrl(url).build();
  }

  private static GenerateContentConfig limit(int tokens) {
    return GenerateContentConfig.builder().maxOutputTokens(tokens).build();
  }
}
