package io.costspan.demo.copilot;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import java.io.IOException;
import java.util.Iterator;

/** A long text made short, with the Responses API, streamed. */
final class Summarise implements Feature {
  private final OpenAIClient client;

  Summarise(OpenAIClient client) {
    this.client = client;
  }

  @Override
  public void answer(String text, Reply reply) throws IOException {
    ResponseCreateParams params = ResponseCreateParams.builder()
        .model("gpt-4.1-mini")
        .maxOutputTokens(500)
        .input(text)
        .build();
    try (StreamResponse<ResponseStreamEvent> stream = client.responses().createStreaming(params)) {
      Iterator<ResponseStreamEvent> events = stream.stream().iterator();
      while (events.hasNext()) {
        ResponseStreamEvent event = events.next();
        if (event.isOutputTextDelta()) {
          reply.write(event.asOutputTextDelta().delta());
        }
      }
    }
  }
}
