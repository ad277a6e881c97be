package io.opentelemetry.javaagent.costspan.tap.apache5;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Where a response body is written to, which shows a call what is written. */
final class TeeOutputStream extends FilterOutputStream {

  private final LlmCall call;

  TeeOutputStream(OutputStream out, LlmCall call) {
    super(out);
    this.call = call;
  }

  @Override
  public void write(int b) throws IOException {
    call.bytes(new byte[] {(byte) b}, 0, 1);
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    call.bytes(bytes, offset, length);
    out.write(bytes, offset, length);
  }
}
