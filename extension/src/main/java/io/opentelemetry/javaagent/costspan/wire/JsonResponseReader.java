package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a response that is one JSON document. */
final class JsonResponseReader implements ResponseReader {

  private final Reply reply = new Reply();
  private final ReplyRules rules;
  private final JsonPushReader<Reply> json;
  private boolean complete;
  private boolean malformed;
  private boolean ended;

  JsonResponseReader(JsonShape<Reply> shape, ReplyRules rules) {
    this.rules = rules;
    this.json = new JsonPushReader<>(shape, reply);
  }

  @Override
  public void head(UnaryOperator<@Nullable String> header) {
    rules.readHead(reply, header);
  }

  @Override
  public void feed(byte[] bytes, int offset, int length) {
    if (complete || malformed || ended) {
      return;
    }
    json.feed(bytes, offset, offset + length);
    complete = json.isClosed();
    malformed = !complete && json.isMalformed();
    if (complete) {
      json.close();
    }
  }

  @Override
  public void endOfInput() {
    ended = true;
    json.close();
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  public long chunks() {
    return 0;
  }

  @Override
  public int malformed() {
    return malformed ? 1 : 0;
  }

  @Override
  public @Nullable String modelSoFar() {
    return reply.text(ReplyText.MODEL);
  }

  @Override
  public ResponseFacts facts() {
    return ReplyFacts.of(reply, rules, complete);
  }
}
