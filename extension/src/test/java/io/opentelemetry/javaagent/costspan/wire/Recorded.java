package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Bodies in the providers' recorded formats, and what a reader makes of them. */
final class Recorded {

  static final WireFormat CHAT = WireFormats.OPENAI_CHAT;
  static final WireFormat RESPONSES = new OpenAiResponses();
  static final WireFormat EMBEDDINGS = new OpenAiEmbeddings();
  static final WireFormat MESSAGES = new AnthropicMessages();

  /** Every response body there is, with the format that it speaks. */
  static final List<Body> RESPONSE_BODIES = List.of(
      new Body(CHAT, "openai-chat.json"),
      new Body(CHAT, "openai-chat-tools.json"),
      new Body(CHAT, "openai-chat-stream.sse"),
      new Body(CHAT, "openai-chat-stream-two-choices.sse"),
      new Body(CHAT, "openai-chat-stream-without-usage.sse"),
      new Body(CHAT, "azure-chat-stream.sse"),
      new Body(CHAT, "openai-error-400.json"),
      new Body(RESPONSES, "openai-responses.json"),
      new Body(RESPONSES, "openai-responses-incomplete.json"),
      new Body(RESPONSES, "openai-responses-queued.json"),
      new Body(RESPONSES, "openai-responses-stream.sse"),
      new Body(RESPONSES, "openai-responses-stream-incomplete.sse"),
      new Body(RESPONSES, "openai-responses-stream-failed.sse"),
      new Body(RESPONSES, "openai-responses-stream-error.sse"),
      new Body(EMBEDDINGS, "openai-embeddings-base64.json"),
      new Body(EMBEDDINGS, "openai-embeddings-floats.json"),
      new Body(MESSAGES, "anthropic-message.json"),
      new Body(MESSAGES, "anthropic-compaction.json"),
      new Body(MESSAGES, "anthropic-stream.sse"),
      new Body(MESSAGES, "anthropic-stream-web-search.sse"),
      new Body(MESSAGES, "anthropic-stream-error.sse"),
      new Body(MESSAGES, "anthropic-error-529.json"));

  private Recorded() {}

  record Body(WireFormat format, String name) {

    ResponseReader reader() {
      return format.responseReader(name.endsWith(".sse") || name.endsWith(".txt"));
    }

    byte[] bytes() {
      return Recorded.bytes(name);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static byte[] bytes(String name) {
    try (InputStream body = Recorded.class.getResourceAsStream(name)) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return new String(bytes(name), UTF_8);
  }

  /** The reader after the whole body and its end. */
  static ResponseReader read(WireFormat format, String name) {
    return ended(new Body(format, name).reader(), bytes(name));
  }

  static ResponseReader readJson(WireFormat format, String json) {
    return ended(format.responseReader(false), json.getBytes(UTF_8));
  }

  static ResponseReader readStream(WireFormat format, String events) {
    return ended(format.responseReader(true), events.getBytes(UTF_8));
  }

  /** The reader after a stream that stopped where the text stops, its end not seen. */
  static ResponseReader readAbandonedStream(WireFormat format, String events) {
    ResponseReader reader = format.responseReader(true);
    feed(reader, events.getBytes(UTF_8));
    return reader;
  }

  static ResponseFacts facts(WireFormat format, String name) {
    return read(format, name).facts();
  }

  static RequestFacts request(String json) {
    RequestReader reader = CHAT.requestReader("");
    byte[] bytes = json.getBytes(UTF_8);
    reader.feed(bytes, 0, bytes.length);
    return reader.facts();
  }

  static void feed(ResponseReader reader, byte[] bytes) {
    reader.feed(bytes, 0, bytes.length);
  }

  /** The first events of a recorded stream, whole. */
  static String firstEvents(String name, int count) {
    String stream = text(name);
    int end = 0;
    for (int i = 0; i < count; i++) {
      end = stream.indexOf("\n\n", end) + 2;
    }
    return stream.substring(0, end);
  }

  private static ResponseReader ended(ResponseReader reader, byte[] bytes) {
    feed(reader, bytes);
    reader.endOfInput();
    return reader;
  }
}
