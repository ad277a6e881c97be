package io.costspan.benchmarks.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openai.client.OpenAIClient;
import com.openai.core.http.HttpResponse;
import io.costspan.benchmarks.call.Answers;
import io.costspan.benchmarks.call.OpenAiStub;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;

/**
 * One answer that becomes longer. The application reads the bytes and keeps none, for the SDK would
 * need the memory that is looked for here.
 */
final class LongAnswers implements Growing {
  private static final String TEXT = "the price of a token depends on which cache was warm, ";

  private final byte[] buffer = new byte[8_192];
  private final boolean isStream;
  private final OpenAIClient client;
  private long bytes;

  private LongAnswers(boolean isStream, String contentType, LongFunction<LongAnswer> answer) {
    this.isStream = isStream;
    this.client = OpenAiStub.answering(() -> answer.apply(bytes).body(contentType));
  }

  static LongAnswers oneText() {
    String[] ends = new String(Answers.chat("gpt-4.1-mini", "%"), UTF_8).split("%");
    return new LongAnswers(
        false, "application/json", bytes -> new LongAnswer(ends[0], TEXT, ends[1], bytes));
  }

  static LongAnswers chunks() {
    String[] events = new String(Answers.chatStream(1), UTF_8).split("(?<=\n\n)");
    String end = events[2] + events[3] + events[4];
    return new LongAnswers(
        true, "text/event-stream", bytes -> new LongAnswer(events[0], events[1], end, bytes));
  }

  @Override
  public void growTo(int kb) {
    bytes = kb * 1_024L;
  }

  /** At most about 100 MB, and no more calls than are needed. */
  @Override
  public int calls(int kb) {
    return Math.max(1, Math.min(500, 100_000 / kb));
  }

  @Override
  public Object call() throws IOException {
    long read = 0;
    try (HttpResponse answer = ask()) {
      InputStream body = answer.body();
      for (int some = body.read(buffer); some >= 0; some = body.read(buffer)) {
        read += some;
      }
    }
    return read;
  }

  private HttpResponse ask() {
    var completions = client.chat().completions().withRawResponse();
    return isStream
        ? completions.createStreaming(Question.streamed())
        : completions.create(Question.of("gpt-4.1-mini"));
  }
}
