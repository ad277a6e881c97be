package io.costspan.smoke.genai;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.genai.Client;
import com.google.genai.types.HttpOptions;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;

/** google-genai as a client of Vertex AI. It does not retry, and a cancelled call runs on. */
final class OldestGenai extends AnyGenai {
  private OldestGenai(Client client) {
    super(client);
  }

  static LlmSdk connect(String url, int maxRetries) {
    Date never = Date.from(Instant.parse("2999-01-01T00:00:00Z"));
    return new OldestGenai(Client.builder()
        .vertexAI(true)
        .project("smoke-test")
        .location("us-central1")
        .credentials(GoogleCredentials.create(new AccessToken("smoke-test", never)))
        .httpOptions(HttpOptions.builder().baseUrl(url).build())
        .build());
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(
        Feature.ASYNC,
        Feature.STREAMS,
        Feature.ASYNC_STREAMS,
        Feature.READING_EVENT_BY_EVENT,
        Feature.REASONING,
        Feature.CACHED_READS,
        Feature.EMBEDDINGS);
  }
}
