package io.costspan.testbed.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import java.io.IOException;

/** One attempt at one call, as the provider understands it. */
final class ProviderRequest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Protocol protocol;
  private final JsonNode json;
  private final String prompt;
  private final Script script;
  private final int attempt;

  private ProviderRequest(Protocol protocol, JsonNode json, int attempt) {
    this.protocol = protocol;
    this.json = json;
    this.prompt = promptOf(json);
    this.script = Script.ofPrompt(prompt);
    this.attempt = attempt;
  }

  static ProviderRequest of(String path, Headers headers, byte[] body) throws IOException {
    // Both SDKs number their attempts from 0 in this header, in all versions.
    String attempt = headers.getFirst("X-Stainless-Retry-Count");
    return new ProviderRequest(
        Protocol.ofPath(path),
        JSON.readTree(body),
        attempt == null ? 0 : Integer.parseInt(attempt));
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
    return json.path("model").asText();
  }

  boolean stream() {
    return json.path("stream").asBoolean();
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

  /** The call's limit of output tokens, by which callers number their calls; -1 when it has none. */
  long callNumber() {
    for (String name : new String[] {"max_completion_tokens", "max_output_tokens", "max_tokens"}) {
      if (json.path(name).isIntegralNumber()) {
        return json.path(name).asLong();
      }
    }
    return -1;
  }

  String servedTier() {
    if (protocol.isAnthropic()) {
      return "standard";
    }
    String asked = json.path("service_tier").asText("auto");
    boolean downgraded = script == Script.TIER_DOWNGRADED || asked.equals("auto");
    return downgraded ? "default" : asked;
  }

  private static String promptOf(JsonNode json) {
    StringBuilder prompt = new StringBuilder();
    appendTexts(json.path("system"), prompt);
    appendTexts(json.path("messages"), prompt);
    appendTexts(json.path("input"), prompt);
    return prompt.toString();
  }

  private static void appendTexts(JsonNode node, StringBuilder prompt) {
    if (node.isTextual()) {
      prompt.append(node.asText()).append('\n');
    } else if (node.isArray()) {
      node.forEach(item -> appendTexts(item, prompt));
    } else if (node.isObject()) {
      appendTexts(node.path("content"), prompt);
      appendTexts(node.path("text"), prompt);
    }
  }
}
