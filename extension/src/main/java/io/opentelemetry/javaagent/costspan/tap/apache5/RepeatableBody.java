package io.opentelemetry.javaagent.costspan.tap.apache5;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.javaagent.costspan.tap.seam.PrivateField;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityProducer;

/**
 * Reads the asynchronous client's bodies that are arrays or texts, where their producers keep them:
 * to ask a producer for its body takes it from whoever is sending it, which may be another request
 * at the same time. Any other producer may wait for its data, and is left to the client.
 */
final class RepeatableBody {

  private static final int PIECE_SIZE = 4096;

  private static final PrivateField BYTES =
      PrivateField.of(BasicAsyncEntityProducer.class, "bytebuf");
  private static final PrivateField TEXT =
      PrivateField.of(StringAsyncEntityProducer.class, "content");

  private RepeatableBody() {}

  /** Writes the body, a text as UTF-8 whatever it is sent as; or nothing where it is not known. */
  static void write(EntityDetails body, OutputStream out) throws IOException {
    Class<?> type = body.getClass();
    if (type == BasicAsyncEntityProducer.class) {
      Object bytes = BYTES.read(body);
      if (bytes instanceof ByteBuffer) {
        write(((ByteBuffer) bytes).duplicate(), body.getContentLength(), out);
      }
    } else if (type == StringAsyncEntityProducer.class) {
      Object text = TEXT.read(body);
      if (text instanceof CharBuffer) {
        write(((CharBuffer) text).duplicate(), out);
      }
    }
  }

  /** What was sent of it already stands before the position, and is part of it as well. */
  private static void write(ByteBuffer copy, long length, OutputStream out) throws IOException {
    if (copy.hasArray() && length <= copy.capacity()) {
      out.write(copy.array(), copy.arrayOffset(), (int) length);
    }
  }

  private static void write(CharBuffer copy, OutputStream out) throws IOException {
    copy.clear();
    CharsetEncoder encoder = UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
    ByteBuffer piece = ByteBuffer.allocate(PIECE_SIZE);
    CoderResult result;
    do {
      result = encoder.encode(copy, piece, false);
      out.write(piece.array(), 0, piece.position());
      piece.clear();
    } while (result.isOverflow());
  }
}
