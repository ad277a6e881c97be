package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response whose type is not what was asked for: as a document if it begins as one, else as
 * a stream of events. The SDKs read what they asked for and do not look at the type, which gateways
 * get wrong. Not for JSON lines, which begin as a document does.
 */
public final class DoubtfulReader implements ResponseReader {

  private final ResponseReader document;
  private final ResponseReader events;
  private ResponseReader reader;
  private boolean begun;

  public DoubtfulReader(WireFormat format) {
    this.document = format.responseReader(false);
    this.events = format.responseReader(true);
    this.reader = document;
  }

  @Override
  public void head(UnaryOperator<@Nullable String> header) {
    document.head(header);
    events.head(header);
  }

  @Override
  public void feed(byte[] bytes, int offset, int length) {
    int end = offset + length;
    for (int at = offset; at < end && !begun; at++) {
      begin(bytes[at]);
    }
    reader.feed(bytes, offset, length);
  }

  private void begin(byte first) {
    boolean blank = first == ' ' || first == '\n' || first == '\r' || first == '\t';
    begun = !blank;
    reader = blank || first == '{' || first == '[' ? document : events;
  }

  @Override
  public void endOfInput() {
    reader.endOfInput();
  }

  @Override
  public boolean isComplete() {
    return reader.isComplete();
  }

  @Override
  public long chunks() {
    return reader.chunks();
  }

  @Override
  public int malformed() {
    return reader.malformed();
  }

  @Override
  public @Nullable String modelSoFar() {
    return reader.modelSoFar();
  }

  @Override
  public ResponseFacts facts() {
    return reader.facts();
  }
}
