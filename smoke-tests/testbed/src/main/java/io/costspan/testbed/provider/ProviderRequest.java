package io.costspan.testbed.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.util.List;
import java.util.function.LongToIntFunction;

/** One attempt at one call, as the provider understands it. */
final class ProviderRequest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the texts of a prompt stand, in some protocol and at some depth. */
  private static final List<String> WITH_TEXTS = List.of(
      "system",
      "messages",
      "contents",
      "content",
      "parts",
      "text",
      "texts",
      "input",
      "inputs",
      "inputText",
      "prompt",
      "message",
      "query",
      "requests",
      "instances");

  private final Protocol protocol;
  private final String path;
  private final JsonNode json;
  private final String prompt;
  private final Script script;
  private final boolean stream;
  private final int attempt;

  private ProviderRequest(
      Protocol protocol, String path, JsonNode json, boolean stream, int attempt) {
    this.protocol = protocol;
    this.path = path;
    this.json = json;
    this.prompt = promptOf(json);
    this.script = Script.ofPrompt(prompt);
    this.stream = stream;
    this.attempt = attempt;
  }

  /**
   * @param attempts how many attempts at a call arrived before, by the call's number
   */
  static ProviderRequest of(String path, Headers headers, byte[] body, LongToIntFunction attempts)
      throws IOException {
    Protocol protocol = Protocol.ofPath(path);
    JsonNode json = JSON.readTree(body);
    // Some SDKs number their attempts from 0 in this header.
    String attempt = headers.getFirst("X-Stainless-Retry-Count");
    return new ProviderRequest(
        protocol,
        path,
        json,
        protocol.dialect().streams(path, json)
            || "enable".equals(headers.getFirst(DashScopeDialect.STREAM_HEADER)),
        attempt == null
            ? attempts.applyAsInt(callNumber(protocol, json, promptOf(json)))
            : Integer.parseInt(attempt));
  }

  Dialect dialect() {
    return protocol.dialect();
  }

  /** The body as it was sent. */
  JsonNode body() {
    return json;
  }

  Protocol protocol() {
    return protocol;
  }

  Script script() {
    return script;
  }

  /** Every text of the request, one after the other. */
  String prompt() {
    return prompt;
  }

  int attempt() {
    return attempt;
  }

  String model() {
    return dialect().model(path, json);
  }

  boolean stream() {
    return stream;
  }

  boolean includeUsage() {
    return json.path("stream_options").path("include_usage").asBoolean();
  }

  boolean base64() {
    return json.path("encoding_format").asText().equals("base64");
  }

  int dimensions() {
    return json.path("dimensions").asInt(1_536);
  }

  boolean wantsJson() {
    return json.path("response_format").path("type").asText().equals("json_schema")
        || json.path("text").path("format").path("type").asText().equals("json_schema")
        || json.path("output_config").path("format").path("type").asText().equals("json_schema")
        || json.has("output_format");
  }

  /**
   * What the prompt says, {@code call-number:17}, else the call's limit of output tokens, by which most
   * callers number their calls; -1 when it has neither.
   */
  long callNumber() {
    return callNumber(protocol, json, prompt);
  }

  private static long callNumber(Protocol protocol, JsonNode json, String prompt) {
    String said = Marker.valueOf(prompt, "call-number:", "");
    return said.isEmpty() ? protocol.dialect().callNumber(json) : Long.parseLong(said);
  }

  String servedTier() {
    return dialect().servedTier(this);
  }

  private static String promptOf(JsonNode json) {
    StringBuilder prompt = new StringBuilder();
    for (String name : WITH_TEXTS) {
      appendTexts(json.path(name), prompt);
    }
    return prompt.toString();
  }

  private static void appendTexts(JsonNode node, StringBuilder prompt) {
    if (node.isTextual()) {
      prompt.append(node.asText()).append('\n');
    } else if (node.isArray()) {
      node.forEach(item -> appendTexts(item, prompt));
    } else if (node.isObject()) {
      for (String name : WITH_TEXTS) {
        appendTexts(node.path(name), prompt);
      }
    }
  }
}
