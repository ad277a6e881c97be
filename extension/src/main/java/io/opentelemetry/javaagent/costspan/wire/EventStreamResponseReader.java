package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response that is a stream of events, be they lines. An event counts only as a whole: what a malformed
 * one said up to where it broke is forgotten.
 */
final class EventStreamResponseReader implements ResponseReader, EventSplitter.Listener {

  private static final String ERROR = "error";

  private final StreamRules rules;
  private final Reply event = new Reply();
  private final Reply soFar = new Reply();
  private final JsonPushReader<Reply> json;
  private final EventSplitter splitter;
  private final DoneMarker done = new DoneMarker();
  private final RepeatedEvents repeated;
  private boolean repeats;
  private boolean complete;
  private boolean settled;
  private boolean ended;
  private long chunks;
  private int malformed;

  private EventStreamResponseReader(
      JsonShape<Reply> shape,
      StreamRules rules,
      Function<EventSplitter.Listener, EventSplitter> splitter) {
    this.rules = rules;
    this.json = JsonPushReader.noting(shape, event);
    this.splitter = splitter.apply(this);
    this.repeated = RepeatedEvents.learning();
  }

  private EventStreamResponseReader(
      JsonShape<Reply> shape, StreamRules rules, AnswerCounter answer) {
    this.rules = rules;
    this.json = JsonPushReader.taking(shape, event);
    this.splitter = new EventStreamSplitter(this);
    this.repeated = RepeatedEvents.none(); // the texts are read
    event.sayTo(answer);
  }

  /** Reads a {@code text/event-stream}. */
  static ResponseReader ofEvents(JsonShape<Reply> shape, StreamRules rules) {
    return new EventStreamResponseReader(shape, rules, EventStreamSplitter::new);
  }

  /** Reads one JSON value a line. */
  static ResponseReader ofLines(JsonShape<Reply> shape, StreamRules rules) {
    return new EventStreamResponseReader(shape, rules, LineSplitter::new);
  }

  /** Reads Bedrock's frames, or the lines that its SDK's tap makes of them. */
  static ResponseReader ofFrames(JsonShape<Reply> shape, StreamRules rules) {
    return new EventStreamResponseReader(shape, rules, BedrockSplitter::new);
  }

  /** Reads a {@code text/event-stream} and has what is said in it counted. */
  static ResponseReader counting(JsonShape<Reply> shape, StreamRules rules, AnswerCounter answer) {
    return new EventStreamResponseReader(shape, rules, answer);
  }

  @Override
  public void head(UnaryOperator<@Nullable String> header) {
    rules.readHead(soFar, header);
  }

  @Override
  public void feed(byte[] bytes, int offset, int length) {
    if (!complete && !ended) {
      splitter.feed(bytes, offset, offset + length);
      repeated.letGo();
    }
  }

  @Override
  public void endOfInput() {
    if (complete || ended) {
      return;
    }
    ended = true;
    splitter.endOfInput();
    json.close();
  }

  @Override
  public boolean repeats(byte[] bytes, int from, int to) {
    repeats = !complete && repeated.has(splitter.eventName(), bytes, from, to);
    return repeats;
  }

  @Override
  public void data(byte[] bytes, int from, int to) {
    if (complete) {
      return;
    }
    forgetLearnt();
    int rest = done.advance(bytes, from, to);
    if (done.isRead()) {
      complete();
    } else if (rest < to) {
      json.feed(DoneMarker.BYTES, 0, done.ruleOut());
      json.feed(bytes, rest, to);
    }
  }

  @Override
  public void eventEnds() {
    if (complete) {
      return;
    }
    if (repeats) {
      repeats = false;
      accept();
      return;
    }
    forgetLearnt(); // there may have been no data
    boolean cutOff = ended && !json.isMalformed();
    json.feed(DoneMarker.BYTES, 0, done.ruleOut());
    learn();
    boolean wellFormed = json.next();
    if (rules.reads(splitter.eventName())) {
      if (wellFormed) {
        accept();
      } else {
        reject(cutOff);
      }
    }
    done.reset();
    if (!wellFormed) {
      forgetLearnt();
    }
    if (!repeated.isLearnt()) {
      event.clear();
    }
  }

  /** What was said stays in {@link #event} while others may repeat it. */
  private void learn() {
    if (!event.isError() && !event.hasUsage() && rules.reads(splitter.eventName())) {
      repeated.learn(splitter.eventName(), json.ignored());
    }
    repeated.letGoOfEvent();
  }

  private void forgetLearnt() {
    if (repeated.isLearnt()) {
      repeated.forget();
      event.clear();
    }
  }

  /** An error is one even where its data is no JSON. */
  private void reject(boolean cutOff) {
    if (isNamedError()) {
      event.clear();
      accept();
    } else if (!cutOff) {
      malformed++;
    }
  }

  private boolean isNamedError() {
    return splitter.eventName().equals(ERROR);
  }

  private void accept() {
    if (isNamedError() || event.is(ReplyText.EVENT_TYPE, ERROR)) {
      event.errorEvent();
    }
    if (event.hasCounts() && rules.restatesUsage()) {
      soFar.usageBegins();
    }
    soFar.add(event);
    settled =
        rules.settlesCounts(event, soFar) || (settled && !rules.unsettlesCounts(event, soFar));
    if (rules.carriesOutput(event)) {
      chunks++;
    }
    if (event.isError() || rules.ends(event)) {
      complete();
    }
  }

  private void complete() {
    complete = true;
    json.close();
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  public long chunks() {
    return chunks;
  }

  @Override
  public int malformed() {
    return malformed;
  }

  @Override
  public @Nullable String modelSoFar() {
    return soFar.text(ReplyText.MODEL);
  }

  @Override
  public ResponseFacts facts() {
    return ReplyFacts.of(soFar, rules, settled);
  }
}
