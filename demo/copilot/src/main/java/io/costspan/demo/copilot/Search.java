package io.costspan.demo.copilot;

import com.openai.client.OpenAIClient;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import java.io.IOException;

/** The vector by which a question finds its documents. */
final class Search implements Feature {
  private final OpenAIClient client;

  Search(OpenAIClient client) {
    this.client = client;
  }

  @Override
  public void answer(String text, Reply reply) throws IOException {
    CreateEmbeddingResponse answer = client
        .embeddings()
        .create(EmbeddingCreateParams.builder()
            .model("text-embedding-3-small")
            .input(text)
            .build());
    reply.write(answer.data().get(0).embedding().size() + " dimensions");
  }
}
