package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads the results of a batch line by line, and forgets each when it is told. Where the path does
 * not tell whether it is a batch, the first lines do; until then nothing is told. Not thread-safe.
 */
public final class BatchReader implements ResponseReader, EventSplitter.Listener {

  /** Takes what becomes of each line, in the order of the lines. */
  public interface Results {

    /** A response that the provider bills. */
    void answered(WireFormat format, ResponseFacts facts);

    /** A request that got no answer, and is not billed. */
    void unanswered();

    /** A line that cannot be read, or is none of a batch. */
    void broken();
  }

  /** Lines that cannot be read at the beginning of a file which may still be a batch's. */
  private static final int MAX_BROKEN = 3;

  private static final ResponseFacts NOTHING = ResponseFacts.builder().build(UsageStatus.ABSENT);

  private final BatchLine line;
  private final Results results;
  private final Reply reply = new Reply();
  private final JsonPushReader<Reply> json;
  private final LineSplitter splitter = new LineSplitter(this);
  private boolean begun;
  private boolean recognised;
  private boolean other;
  private boolean ended;
  private int malformed;

  BatchReader(BatchLine line, boolean recognised, Results results) {
    this.line = line;
    this.recognised = recognised;
    this.results = results;
    this.json = new JsonPushReader<>(line.shape(), reply);
  }

  @Override
  public void feed(byte[] bytes, int offset, int length) {
    if (length == 0 || other || ended) {
      return;
    }
    int end = offset + length;
    int from = begun ? offset : begin(bytes, offset, end);
    if (from < end && !other) {
      splitter.feed(bytes, from, end);
    }
  }

  /** Where the first line begins, or the end when it does not begin here. */
  private int begin(byte[] bytes, int offset, int end) {
    int at = offset;
    while (at < end && isBeforeAll(bytes[at])) {
      at++;
    }
    begun = at < end;
    if (begun && !recognised && bytes[at] != '{') {
      isOther(); // a picture, say, which has no lines
    }
    return at;
  }

  /** Blanks, and the bytes of UTF-8's mark, with which some write files. */
  private static boolean isBeforeAll(byte b) {
    return b == ' '
        || b == '\t'
        || b == '\r'
        || b == '\n'
        || b == (byte) 0xEF
        || b == (byte) 0xBB
        || b == (byte) 0xBF;
  }

  @Override
  public void endOfInput() {
    if (!other && !ended) {
      ended = true;
      splitter.endOfInput();
      json.close();
    }
  }

  @Override
  public void data(byte[] bytes, int from, int to) {
    if (!other) {
      json.feed(bytes, from, to);
    }
  }

  @Override
  public void eventEnds() {
    if (other) {
      return;
    }
    boolean cutOff = ended && !json.isMalformed();
    boolean wellFormed = json.next();
    if (wellFormed) {
      tell();
    } else if (!cutOff) {
      reject();
    }
    reply.clear();
  }

  private void tell() {
    if (!line.isResult(reply)) {
      rejectOther();
      return;
    }
    if (!recognised) {
      recognised = true;
      for (int i = 0; i < malformed; i++) {
        results.broken();
      }
    }
    WireFormat format = line.format(reply);
    if (format == null) {
      results.unanswered();
    } else {
      ResponseFacts facts = ReplyFacts.of(reply, (ReplyRules) format, true);
      results.answered(format, facts.under(facts.terms().inBatch()));
    }
  }

  private void rejectOther() {
    if (recognised) {
      reject();
    } else {
      isOther();
    }
  }

  private void reject() {
    malformed++;
    if (recognised) {
      results.broken();
    } else if (malformed > MAX_BROKEN) {
      isOther();
    }
  }

  private void isOther() {
    other = true;
    json.close();
  }

  /** Whether it is something else than a batch: then there is nothing to be read in it. */
  @Override
  public boolean isComplete() {
    return other;
  }

  @Override
  public long chunks() {
    return 0;
  }

  @Override
  public int malformed() {
    return malformed;
  }

  /** Null: each result has its own. */
  @Override
  public @Nullable String modelSoFar() {
    return null;
  }

  /** Nothing: each result was told by itself. */
  @Override
  public ResponseFacts facts() {
    return NOTHING;
  }
}
