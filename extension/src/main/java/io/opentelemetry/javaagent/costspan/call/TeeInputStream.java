package io.opentelemetry.javaagent.costspan.call;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/**
 * A response body that shows a call what the application reads of it, when the application reads
 * it. Reads nothing on its own, keeps nothing, and passes every result and exception through.
 */
public final class TeeInputStream extends FilterInputStream {

  private static final int SKIP_BUFFER_SIZE = 8192;

  private final LlmCall call;
  private final UnaryOperator<Throwable> reason;
  private final byte[] single = new byte[1];
  private long position;
  private long markedPosition;
  private long shown;

  public TeeInputStream(InputStream body, LlmCall call) {
    this(body, call, UnaryOperator.identity());
  }

  /**
   * @param reason why the body failed, where its failure does not say so; must not throw
   */
  public TeeInputStream(InputStream body, LlmCall call, UnaryOperator<Throwable> reason) {
    super(body);
    this.call = call;
    this.reason = reason;
  }

  @Override
  public int read() throws IOException {
    int value;
    try {
      value = in.read();
    } catch (Throwable t) {
      call.failed(reason.apply(t));
      throw t;
    }
    if (value < 0) {
      call.endOfBody();
    } else {
      single[0] = (byte) value;
      advance(single, 0, 1);
    }
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count;
    try {
      count = in.read(bytes, offset, length);
    } catch (Throwable t) {
      call.failed(reason.apply(t));
      throw t;
    }
    if (count < 0) {
      call.endOfBody();
    } else if (count > 0) {
      advance(bytes, offset, count);
    }
    return count;
  }

  /** Skips by reading, so that the call sees what is skipped. */
  @Override
  public long skip(long count) throws IOException {
    if (count <= 0) {
      return 0;
    }
    byte[] buffer = new byte[(int) Math.min(SKIP_BUFFER_SIZE, count)];
    long skipped = 0;
    while (skipped < count) {
      int read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }

  @Override
  public synchronized void mark(int readLimit) {
    in.mark(readLimit);
    markedPosition = position;
  }

  @Override
  public synchronized void reset() throws IOException {
    in.reset();
    position = markedPosition;
  }

  @Override
  public void close() throws IOException {
    call.close(in::close);
  }

  /** Shows what was read for the first time: after a reset, bytes come again. */
  private void advance(byte[] bytes, int offset, int count) {
    position += count;
    long fresh = position - shown;
    if (fresh > 0) {
      int length = (int) Math.min(fresh, count);
      call.bytes(bytes, offset + count - length, length);
      shown = position;
    }
  }
}
