package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.io.IOException;
import java.io.OutputStream;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/**
 * Shows a call what the application reads, when it reads it. Asks for no byte on its own, keeps
 * none, and passes every result and exception through.
 */
final class TeeSource extends ForwardingSource {

  private final LlmCall call;
  private final Exchange exchange;
  private final OutputStream bytes;

  TeeSource(Source body, LlmCall call, Exchange exchange) {
    super(body);
    this.call = call;
    this.exchange = exchange;
    this.bytes = new CallBytes(call);
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long count;
    try {
      count = super.read(sink, byteCount);
    } catch (Throwable t) {
      call.failed(exchange.reason(t));
      throw t;
    }
    if (count < 0) {
      call.endOfBody();
    } else {
      show(sink, count);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    call.close(super::close);
  }

  /** Where the sink keeps them: {@code copyTo} hands over its own arrays. */
  private void show(Buffer sink, long count) {
    try {
      sink.copyTo(bytes, sink.size() - count, count);
    } catch (Throwable t) {
      OkHttpTap.TAP.failed(t);
    }
  }

  /** Pushes what is written into a call. */
  private static final class CallBytes extends OutputStream {

    private final LlmCall call;

    CallBytes(LlmCall call) {
      this.call = call;
    }

    @Override
    public void write(int b) {
      call.bytes(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] array, int offset, int length) {
      call.bytes(array, offset, length);
    }
  }
}
