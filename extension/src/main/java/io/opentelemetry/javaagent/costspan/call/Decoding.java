package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import io.opentelemetry.javaagent.costspan.wire.ResponseReader;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the response of one call, and stops for good when a wire format fails: from then on nothing
 * is known, which is not the same as nothing being there. Never throws. Not thread-safe.
 */
final class Decoding {

  private static final ResponseFacts NOTHING = ResponseFacts.builder().build(UsageStatus.ABSENT);

  private final Failures failures;
  private @Nullable ResponseReader reader;
  private @Nullable Gunzip gunzip;
  private long chunks;
  private boolean failed;

  Decoding(Failures failures) {
    this.failures = failures;
  }

  /** A head arrived: what was read before belongs to another response. */
  void begin(Supplier<ResponseReader> fresh, HeaderLookup headers) {
    try {
      ResponseReader begun = fresh.get();
      begun.head(headers::first);
      reader = begun;
      unpack(begun, headers.first("Content-Encoding"));
    } catch (Throwable t) {
      fail(t);
    }
  }

  /** Most SDKs unpack below us; then there is no such header any more. */
  private void unpack(ResponseReader begun, @Nullable String encoding) {
    stopUnpacking();
    if (encoding == null || encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) {
      return;
    }
    if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
      gunzip = new Gunzip((bytes, from, to) -> begun.feed(bytes, from, to - from));
    } else {
      giveUp();
    }
  }

  /** Takes the next bytes; true when they brought at least one more chunk of output. */
  boolean feed(byte[] bytes, int offset, int length) {
    if (reader == null) {
      return false;
    }
    try {
      if (gunzip != null && gunzip.accepts(bytes, offset, length)) {
        gunzip.feed(bytes, offset, length);
      } else {
        stopUnpacking();
        reader.feed(bytes, offset, length);
      }
    } catch (DataFormatException broken) {
      giveUp();
      return false;
    } catch (Throwable t) {
      fail(t);
      return false;
    }
    long before = chunks;
    chunks = reader.chunks();
    return chunks != before;
  }

  @Nullable
  String modelSoFar() {
    return reader == null ? null : reader.modelSoFar();
  }

  boolean isComplete() {
    return reader != null && reader.isComplete();
  }

  int malformed() {
    return reader == null ? 0 : reader.malformed();
  }

  /** Whether a failure of ours keeps us from knowing what the response said. */
  boolean hasFailed() {
    return failed;
  }

  /** What the response said; no more bytes will come. */
  ResponseFacts finish() {
    if (reader == null) {
      return NOTHING;
    }
    stopUnpacking();
    try {
      reader.endOfInput();
      return reader.facts();
    } catch (Throwable t) {
      fail(t);
      return NOTHING;
    }
  }

  private void fail(Throwable failure) {
    failures.count("wire", failure);
    giveUp();
  }

  /** Nothing can be known of this response. */
  private void giveUp() {
    failed = true;
    reader = null;
    stopUnpacking();
  }

  private void stopUnpacking() {
    if (gunzip != null) {
      gunzip.close();
      gunzip = null;
    }
  }
}
