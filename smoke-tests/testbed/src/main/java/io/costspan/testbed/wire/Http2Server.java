package io.costspan.testbed.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * One connection of HTTP/2, which the client begins by knowing it, by ALPN or by an upgrade. What it
 * asks for is told by the bodies: headers are not read.
 */
public final class Http2Server {
  private static final String TARGET = "/v1/chat/completions";
  private static final int DATA = 0;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int WINDOW_UPDATE = 8;
  private static final int ACKNOWLEDGED = 1;
  private static final int END_STREAM = 1;

  /** The other half of it was read as a request. */
  private static final int REST_OF_PREFACE = "SM\r\n\r\n".length();

  private static final int PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length();

  private final DataInputStream in;
  private final DataOutputStream out;
  private final Answers answers;
  private final Map<Integer, ByteArrayOutputStream> bodies = new HashMap<>();

  private Http2Server(DataInputStream in, OutputStream out, Answers answers) {
    this.in = in;
    this.out = new DataOutputStream(out);
    this.answers = answers;
  }

  public static RawServer start(Answers answers) {
    return RawServer.start(conversation(answers));
  }

  /** Over TLS, where the client is told by ALPN that it is HTTP/2. */
  public static RawServer start(SelfSigned certificate, Answers answers) {
    return RawServer.start(certificate, "h2", conversation(answers));
  }

  private static RawServer.Conversation conversation(Answers answers) {
    return (first, in, out) -> {
      new Http2Server(new DataInputStream(in), out, answers).serve(first);
      return false;
    };
  }

  private void serve(RawRequest first) throws IOException {
    boolean goesOn = true;
    if (first.headers().containsKey("Upgrade")) {
      out.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII));
      Http2Stream.frame(out, SETTINGS, 0, 0, new byte[0]);
      in.readNBytes(PREFACE);
      goesOn =
          answers.answer(new RawRequest(TARGET, Map.of(), first.body()), new Http2Stream(out, 1));
    } else {
      in.readNBytes(REST_OF_PREFACE);
      Http2Stream.frame(out, SETTINGS, 0, 0, new byte[0]);
    }
    try {
      while (goesOn) {
        goesOn = frame();
      }
    } catch (EOFException e) {
      // The client has left.
    }
  }

  private boolean frame() throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    int stream = in.readInt();
    byte[] payload = in.readNBytes(length);
    if ((type == SETTINGS || type == PING) && flags != ACKNOWLEDGED) {
      Http2Stream.frame(out, type, ACKNOWLEDGED, 0, type == PING ? payload : new byte[0]);
    }
    return type != DATA || data(stream, payload, (flags & END_STREAM) != 0);
  }

  private boolean data(int stream, byte[] payload, boolean last) throws IOException {
    bodies.computeIfAbsent(stream, id -> new ByteArrayOutputStream()).writeBytes(payload);
    if (payload.length > 0) {
      byte[] read = {0, 0, (byte) (payload.length >> 8), (byte) payload.length};
      Http2Stream.frame(out, WINDOW_UPDATE, 0, 0, read);
    }
    if (!last) {
      return true;
    }
    byte[] body = bodies.remove(stream).toByteArray();
    return answers.answer(new RawRequest(TARGET, Map.of(), body), new Http2Stream(out, stream));
  }

  /** What is written for a request. */
  @FunctionalInterface
  public interface Answers {
    /** Returns whether the connection stays open. */
    boolean answer(RawRequest request, Http2Stream out) throws IOException;
  }
}
