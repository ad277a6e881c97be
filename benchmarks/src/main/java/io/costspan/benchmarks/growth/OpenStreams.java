package io.costspan.benchmarks.growth;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import io.costspan.benchmarks.call.Answers;
import io.costspan.benchmarks.call.OpenAiStub;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.ResponseBody;

/** Streams that were begun and not read to their end, while another one is begun and ended. */
final class OpenStreams implements Growing {
  private static final MediaType EVENTS = MediaType.get("text/event-stream");

  private final byte[] answer = Answers.chatStream(20);
  private final OpenAIClient client =
      OpenAiStub.answering(() -> ResponseBody.create(answer, EVENTS));
  private final List<Opened> open = new ArrayList<>();

  @Override
  public void growTo(int size) {
    while (open.size() < size) {
      open.add(new Opened(client.chat().completions().createStreaming(Question.streamed())));
    }
  }

  @Override
  public int calls(int size) {
    return 500;
  }

  @Override
  public Object call() {
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(Question.streamed())) {
      return stream.stream().count();
    }
  }

  /** A stream of which the application has read the first chunk. */
  private static final class Opened {
    private final StreamResponse<ChatCompletionChunk> stream;
    private final Iterator<ChatCompletionChunk> chunks;

    Opened(StreamResponse<ChatCompletionChunk> stream) {
      this.stream = stream;
      this.chunks = stream.stream().iterator();
      chunks.next();
    }
  }
}
