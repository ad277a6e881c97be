package io.costspan.testbed.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The answer to one request over HTTP/2, frame by frame. */
public final class Http2Stream {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int GO_AWAY = 7;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  /** The line for {@code :status: 200} in HPACK's static table. */
  private static final int STATUS_200 = 0x88;

  /** A literal that is not kept, under the name {@code content-type}: line 31, 15 of it in here. */
  private static final byte[] CONTENT_TYPE = {0x0f, 31 - 15};

  private final DataOutputStream out;
  private final int id;

  Http2Stream(DataOutputStream out, int id) {
    this.out = out;
    this.id = id;
  }

  public Http2Stream headers(String contentType) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(STATUS_200);
    block.writeBytes(CONTENT_TYPE);
    block.write(contentType.length());
    block.writeBytes(contentType.getBytes(StandardCharsets.US_ASCII));
    frame(out, HEADERS, END_HEADERS, id, block.toByteArray());
    return this;
  }

  public Http2Stream data(byte[] bytes) throws IOException {
    frame(out, DATA, 0, id, bytes);
    return this;
  }

  public void end() throws IOException {
    frame(out, DATA, END_STREAM, id, new byte[0]);
  }

  /**
   * @param error as HTTP/2 numbers them: 2 for an internal error, 7 refused, 8 cancelled
   */
  public void reset(int error) throws IOException {
    frame(out, RST_STREAM, 0, id, new byte[] {0, 0, 0, (byte) error});
  }

  /**
   * No more requests on this connection.
   *
   * @param withThis whether this one is still answered
   */
  public Http2Stream goAway(boolean withThis) throws IOException {
    int last = withThis ? id : 0;
    byte[] payload = {
      (byte) (last >> 24), (byte) (last >> 16), (byte) (last >> 8), (byte) last, 0, 0, 0, 0
    };
    frame(out, GO_AWAY, 0, 0, payload);
    return this;
  }

  static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    synchronized (out) {
      out.writeByte(payload.length >> 16);
      out.writeShort(payload.length);
      out.writeByte(type);
      out.writeByte(flags);
      out.writeInt(stream);
      out.write(payload);
      out.flush();
    }
  }
}
