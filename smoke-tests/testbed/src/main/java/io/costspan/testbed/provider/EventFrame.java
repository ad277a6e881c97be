package io.costspan.testbed.provider;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * One message of {@code application/vnd.amazon.eventstream}: the lengths and their checksum, headers
 * that are all texts, the payload, and a checksum of all that.
 */
record EventFrame(Map<String, String> headers, String payload) implements StreamPart {

  private static final int FRAMING_BYTES = 16;
  private static final byte TEXT = 7;

  /** An event of a stream of Converse: its payload is JSON. */
  static EventFrame event(String type, String payload) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(":event-type", type);
    headers.put(":content-type", "application/json");
    headers.put(":message-type", "event");
    return new EventFrame(headers, payload);
  }

  /** A piece of what a model streams in its own format, which Bedrock wraps and does not read. */
  static StreamPart chunk(String json) {
    return new Chunk(json);
  }

  /** A message of a type that no client knows, and drops. */
  static EventFrame signOfLife() {
    return new EventFrame(Map.of(":message-type", "sign-of-life"), "{}");
  }

  @Override
  public byte[] bytes() {
    byte[] head = headerBytes();
    byte[] body = payload.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(FRAMING_BYTES + head.length + body.length);
    frame.putInt(frame.capacity()).putInt(head.length);
    frame.putInt(checksum(frame)).put(head).put(body);
    frame.putInt(checksum(frame));
    return frame.array();
  }

  @Override
  public EventFrame corrupted() {
    return new EventFrame(headers, payload.substring(0, payload.length() / 2));
  }

  private byte[] headerBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    headers.forEach((name, value) -> {
      byte[] key = name.getBytes(StandardCharsets.UTF_8);
      byte[] text = value.getBytes(StandardCharsets.UTF_8);
      bytes.write(key.length);
      bytes.writeBytes(key);
      bytes.write(TEXT);
      bytes.write(text.length >> 8);
      bytes.write(text.length);
      bytes.writeBytes(text);
    });
    return bytes.toByteArray();
  }

  /** Of everything that was written so far. */
  private static int checksum(ByteBuffer frame) {
    CRC32 crc = new CRC32();
    crc.update(frame.array(), 0, frame.position());
    return (int) crc.getValue();
  }

  private record Chunk(String json) implements StreamPart {

    @Override
    public byte[] bytes() {
      String base64 = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
      return event("chunk", "{\"bytes\":\"" + base64 + "\",\"p\":\"abcdef\"}").bytes();
    }

    /** Good order outside, half of the model's JSON inside. */
    @Override
    public Chunk corrupted() {
      return new Chunk(json.substring(0, json.length() / 2));
    }
  }
}
