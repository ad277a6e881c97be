package io.costspan.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * Answers on WebSockets as OpenAI's Responses and Realtime do, as the text of a request asks for,
 * and keeps its own ledger: USD by the id of the response.
 */
final class SocketProvider extends WebSocketServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Longer than any message that a person wrote. */
  private static final String AUDIO = "QUJD".repeat(300_000);

  private final CountDownLatch started = new CountDownLatch(1);
  private final Map<String, BigDecimal> ledger = new ConcurrentHashMap<>();

  private SocketProvider() {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    setDaemon(true);
  }

  static SocketProvider open() throws InterruptedException {
    SocketProvider provider = new SocketProvider();
    provider.start();
    provider.started.await();
    return provider;
  }

  String url() {
    return "http://127.0.0.1:" + getPort();
  }

  Map<String, BigDecimal> ledger() {
    return Map.copyOf(ledger);
  }

  void forget() {
    ledger.clear();
  }

  @Override
  public void close() throws InterruptedException {
    stop(1_000);
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    if (handshake.getResourceDescriptor().startsWith("/v1/realtime")) {
      socket.send("""
          {"type":"session.created","event_id":"e","session":{"type":"realtime","id":"sess_1",\
          "object":"realtime.session","model":"gpt-realtime","audio":{"input":\
          {"transcription":{"model":"whisper-1"}}}}}""");
    }
  }

  @Override
  public void onMessage(WebSocket socket, String message) {
    JsonNode event = parse(message);
    switch (event.path("type").asText()) {
      case "response.create" -> {
        if (event.has("response")) {
          speak(socket, event);
        } else {
          respond(socket, event);
        }
      }
      case "input_audio_buffer.commit" -> listen(socket);
      default -> {
        // Audio is listened to when it is committed.
      }
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

  @Override
  public void onError(WebSocket socket, Exception failure) {
    if (socket == null) {
      throw new IllegalStateException(failure);
    }
  }

  private void respond(WebSocket socket, JsonNode event) {
    long number = event.path("max_output_tokens").asLong();
    String lane = event.path("stream_id").asText("");
    switch (event.path("input").asText()) {
      case "error" -> socket.send("""
          {"type":"error","status":400,"sequence_number":0,"error":{"type":\
          "invalid_request_error","code":"previous_response_not_found","message":"no","param":null}}""");
      case "failed" -> {
        socket.send(response("response.created", number, lane, "in_progress", "null"));
        socket.send(response("response.failed", number, lane, "failed", "null"));
      }
      case "wait" -> socket.send(response("response.created", number, lane, "in_progress", "null"));
      case "hang-up" -> {
        socket.send(response("response.created", number, lane, "in_progress", "null"));
        socket.close(1001);
      }
      case "both" -> {
        socket.send(response("response.created", number, "b", "in_progress", "null"));
        socket.send(text("a"));
        socket.send(text("b"));
        socket.send(response("response.completed", number - 1, "a", "completed", used(number - 1)));
        socket.send(response("response.completed", number, "b", "completed", used(number)));
      }
      default -> {
        socket.send(response("response.created", number, lane, "in_progress", "null"));
        socket.send(text(lane));
        socket.send(response("response.completed", number, lane, "completed", used(number)));
      }
    }
  }

  /** 1,000 and the number in, 100 of them cached; 10 out. */
  private String used(long number) {
    // gpt-4.1-mini: 0.40, cached 0.10, out 1.60 USD per million.
    bill(
        "resp_" + number,
        perMillion(900 + number, "0.40").add(perMillion(100, "0.10")).add(perMillion(10, "1.60")));
    return """
        {"input_tokens":%d,"input_tokens_details":{"cached_tokens":100},"output_tokens":10,\
        "output_tokens_details":{"reasoning_tokens":0},"total_tokens":%d}""".formatted(1_000 + number, 1_010 + number);
  }

  private void speak(WebSocket socket, JsonNode event) {
    JsonNode asked = event.path("response");
    String id = "resp_" + asked.path("max_output_tokens").asLong();
    switch (asked.path("instructions").asText()) {
      case "error" -> socket.send("""
          {"type":"error","event_id":"e","error":{"type":"invalid_request_error","code":\
          "conversation_already_has_active_response","message":"no","param":null,"event_id":"%s"}}""".formatted(event.path("event_id").asText()));
      case "wait" -> begin(socket, id);
      case "binary" -> {
        socket.send(new byte[] {'{', '"', 't'});
        begin(socket, id);
      }
      case "audio" -> {
        // gpt-realtime: text 4.00, cached 0.40, out 16.00; audio 32.00, cached 0.40, out 64.00;
        // images 5.00, cached 0.50.
        bill(
            id,
            perMillion(200, "4.00")
                .add(perMillion(100, "0.40"))
                .add(perMillion(300, "32.00"))
                .add(perMillion(300, "0.40"))
                .add(perMillion(50, "5.00"))
                .add(perMillion(50, "0.50"))
                .add(perMillion(100, "16.00"))
                .add(perMillion(200, "64.00")));
        spoken(socket, id, "response.output_audio.delta", AUDIO, """
            {"total_tokens":1300,"input_tokens":1000,"output_tokens":300,"input_token_details":\
            {"text_tokens":300,"audio_tokens":600,"image_tokens":100,"cached_tokens":450,\
            "cached_tokens_details":{"text_tokens":100,"audio_tokens":300,"image_tokens":50}},\
            "output_token_details":{"text_tokens":100,"audio_tokens":200}}""");
      }
      default -> {
        bill(id, perMillion(70, "4.00").add(perMillion(9, "16.00")));
        spoken(socket, id, "response.output_text.delta", "Hi", TEXT_USAGE.formatted(79, 70, 9));
      }
    }
  }

  private static final String TEXT_USAGE = """
      {"total_tokens":%d,"input_tokens":%d,"output_tokens":%d}""";

  /** Writes down what was said, and answers it unasked. */
  private void listen(WebSocket socket) {
    socket.send("""
        {"type":"input_audio_buffer.committed","event_id":"e","item_id":"item_1",\
        "previous_item_id":null}""");
    bill("resp_heard", perMillion(33, "4.00").add(perMillion(5, "16.00")));
    spoken(
        socket,
        "resp_heard",
        "response.output_text.delta",
        "Yes",
        TEXT_USAGE.formatted(38, 33, 5),
        () -> {
          bill("item_1", new BigDecimal("0.0009")); // 9 seconds at 0.006 USD a minute
          socket.send("""
              {"type":"conversation.item.input_audio_transcription.completed","event_id":"e",\
              "item_id":"item_1","content_index":0,"transcript":"Hello?",\
              "usage":{"type":"duration","seconds":9}}""");
        });
  }

  private static void spoken(WebSocket socket, String id, String type, String delta, String usage) {
    spoken(socket, id, type, delta, usage, () -> {});
  }

  private static void spoken(
      WebSocket socket, String id, String type, String delta, String usage, Runnable meanwhile) {
    begin(socket, id);
    socket.send("""
        {"type":"%s","event_id":"e","response_id":"%s","item_id":"i","output_index":0,\
        "content_index":0,"delta":"%s"}""".formatted(type, id, delta));
    meanwhile.run();
    socket.send("""
        {"type":"response.done","event_id":"e","response":{"id":"%s","object":\
        "realtime.response","status":"completed","status_details":null,"output":[],\
        "usage":%s}}""".formatted(id, usage));
  }

  private static void begin(WebSocket socket, String id) {
    socket.send("""
        {"type":"response.created","event_id":"e","response":{"id":"%s","object":\
        "realtime.response","status":"in_progress","output":[],"usage":null}}""".formatted(id));
  }

  private static String response(
      String type, long number, String lane, String status, String usage) {
    String error =
        status.equals("failed") ? "{\"code\":\"server_error\",\"message\":\"no\"}" : "null";
    return """
        {"type":"%s","sequence_number":0%s,"response":{"id":"resp_%d","object":"response",\
        "created_at":1,"status":"%s","error":%s,"model":"gpt-4.1-mini-2025-04-14","output":[],\
        "service_tier":"default","usage":%s}}""".formatted(type, inLane(lane), number, status, error, usage);
  }

  private static String text(String lane) {
    return """
        {"type":"response.output_text.delta","sequence_number":1%s,"item_id":"m",\
        "output_index":0,"content_index":0,"delta":"Hi","logprobs":[]}""".formatted(inLane(lane));
  }

  private static String inLane(String lane) {
    return lane.isEmpty() ? "" : ",\"stream_id\":\"" + lane + "\"";
  }

  private void bill(String id, BigDecimal usd) {
    ledger.put(id, usd);
  }

  private static BigDecimal perMillion(long tokens, String usd) {
    return new BigDecimal(usd).multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
  }

  private static JsonNode parse(String message) {
    try {
      return JSON.readTree(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
