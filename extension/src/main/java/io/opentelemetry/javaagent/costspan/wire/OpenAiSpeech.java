package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.EVENT_TYPE;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's speech. The answer is sound and says nothing of its price; only as a stream of events
 * does it end with token counts. What is billed by the character is counted in the request.
 */
final class OpenAiSpeech implements WireFormat, StreamRules {

  static final WireFormat FORMAT = new OpenAiSpeech();

  private static final JsonShape<Reply> EVENT = ErrorTable.addToEvent(
          JsonShape.<Reply>object().text("type", into(EVENT_TYPE)))
      .child("usage", OpenAiTables.usage("input", "output"));

  @Override
  public String name() {
    return "openai.speech";
  }

  @Override
  public String operation() {
    return "speech";
  }

  @Override
  public String defaultProvider() {
    return "openai";
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.SPEECH, facts -> Deployment.tell(path, facts));
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream ? EventStreamResponseReader.ofEvents(EVENT, this) : new UnreadBody();
  }

  @Override
  public ResponseFacts answering(RequestFacts request, ResponseFacts response) {
    Long characters = request.inputCharacters();
    if (characters == null || response.usage().status() != UsageStatus.ABSENT) {
      return response;
    }
    return response.with(
        Usage.builder().set(Count.INPUT_CHARACTERS, characters).build(UsageStatus.ESTIMATED));
  }

  @Override
  public boolean ends(Reply event) {
    return event.is(EVENT_TYPE, "speech.audio.done");
  }

  @Override
  public boolean carriesOutput(Reply event) {
    return event.is(EVENT_TYPE, "speech.audio.delta");
  }

  @Override
  public boolean settlesCounts(Reply event, Reply soFar) {
    return event.hasUsage() && ends(event);
  }

  /** A body that nobody reads: sound, or an error whose status says enough. */
  private static final class UnreadBody implements ResponseReader {

    private boolean ended;

    @Override
    public void feed(byte[] bytes, int offset, int length) {
      // Sound.
    }

    @Override
    public void endOfInput() {
      ended = true;
    }

    @Override
    public boolean isComplete() {
      return ended;
    }

    @Override
    public long chunks() {
      return 0;
    }

    @Override
    public int malformed() {
      return 0;
    }

    @Override
    public @Nullable String modelSoFar() {
      return null;
    }

    @Override
    public ResponseFacts facts() {
      return ResponseFacts.builder().build(UsageStatus.ABSENT);
    }
  }
}
