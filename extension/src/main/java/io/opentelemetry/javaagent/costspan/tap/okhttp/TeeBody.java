package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.UsageHidingStream;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/** A response body whose bytes a call sees, too. */
final class TeeBody extends ResponseBody {

  private static final long UNKNOWN_LENGTH = -1;

  private final ResponseBody body;
  private final BufferedSource source;
  private final boolean hidesUsage;

  TeeBody(ResponseBody body, LlmCall call, Exchange exchange) {
    this.body = body;
    this.hidesUsage = exchange.hidesUsage();
    this.source = source(Okio.buffer(new TeeSource(body.source(), call, exchange)));
  }

  private BufferedSource source(BufferedSource teed) {
    return hidesUsage ? Okio.buffer(new HidingSource(teed)) : teed;
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() {
    return hidesUsage ? UNKNOWN_LENGTH : body.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }

  /** The body below may be an interceptor's, which does more than to close its source. */
  @Override
  public void close() {
    try {
      super.close();
    } finally {
      body.close();
    }
  }

  /** Waits as long as the application lets the source below wait. */
  private static final class HidingSource extends ForwardingSource {

    private final Source below;

    HidingSource(BufferedSource below) {
      super(Okio.source(new UsageHidingStream(below.inputStream())));
      this.below = below;
    }

    @Override
    public Timeout timeout() {
      return below.timeout();
    }
  }
}
