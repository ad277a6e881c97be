package io.opentelemetry.javaagent.costspan.tap.apache5;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityProducer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the asynchronous client's bodies that are arrays or texts, and leaves them as they were. Any
 * other may wait for its data, and is left to the client.
 */
final class RepeatableBody implements DataStreamChannel {

  /** How often a body may be asked that has nothing to say. */
  private static final int MAX_IDLE = 3;

  private final OutputStream out;
  private final boolean takes;
  private long written;
  private boolean ended;
  private @Nullable IOException failure;

  /**
   * @param takes whether what is written is taken, so that more is
   */
  private RepeatableBody(OutputStream out, boolean takes) {
    this.out = out;
    this.takes = takes;
  }

  /** Writes the body, or nothing where that could change the request. */
  static void write(EntityDetails body, OutputStream out) throws IOException {
    Class<?> type = body.getClass();
    if (type == BasicAsyncEntityProducer.class) {
      peek((BasicAsyncEntityProducer) body, out);
    } else if (type == StringAsyncEntityProducer.class) {
      drain((StringAsyncEntityProducer) body, out);
    }
  }

  /**
   * An array is offered as a whole, again and again while nobody takes it. Once taken it is lost: to
   * release its producer makes it longer in the versions up to 5.2.
   */
  private static void peek(BasicAsyncEntityProducer body, OutputStream out) throws IOException {
    RepeatableBody seen = new RepeatableBody(out, false);
    body.produce(seen);
    seen.check();
  }

  /**
   * A text begins anew when it is released, and has nothing left over when it was at its end. One
   * that was sent already, and one that ends within a character, produce nothing for ever: they are
   * left alone, the first as it is.
   */
  private static void drain(StringAsyncEntityProducer body, OutputStream out) throws IOException {
    RepeatableBody taken = new RepeatableBody(out, true);
    try {
      int idle = 0;
      while (!taken.ended && idle < MAX_IDLE) {
        long before = taken.written;
        body.produce(taken);
        idle = taken.written == before ? idle + 1 : 0;
      }
    } finally {
      if (taken.ended || taken.written > 0) {
        body.releaseResources();
      }
    }
    taken.check();
  }

  private void check() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public int write(ByteBuffer piece) {
    int count = piece.remaining();
    try {
      if (failure == null) {
        out.write(piece.array(), piece.arrayOffset() + piece.position(), count);
      }
    } catch (IOException e) {
      failure = e;
    }
    if (!takes) {
      return 0;
    }
    piece.position(piece.limit());
    written += count;
    return count;
  }

  @Override
  public void requestOutput() {}

  @Override
  public void endStream() {
    ended = true;
  }

  @Override
  public void endStream(List<? extends Header> trailers) {
    ended = true;
  }
}
