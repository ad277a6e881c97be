package io.costspan.testbed.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;

/** One protocol as its provider speaks it: what requests say, what answers look like. */
interface Dialect {
  /** Whether a request to this path is meant; the real ones are told by the end of it, too. */
  boolean accepts(String path);

  default String model(String path, JsonNode body) {
    return body.path("model").asText();
  }

  default boolean streams(String path, JsonNode body) {
    return body.path("stream").asBoolean();
  }

  /** The call's limit of output tokens, by which callers number their calls; -1 when it has none. */
  default long callNumber(JsonNode body) {
    for (String name : new String[] {"max_completion_tokens", "max_output_tokens", "max_tokens"}) {
      if (body.path(name).isIntegralNumber()) {
        return body.path(name).asLong();
      }
    }
    return -1;
  }

  default String servedTier(ProviderRequest request) {
    return "default";
  }

  /** Many providers answer with the dated name of what was asked for; empty for who names none. */
  default String responseModel(String requestModel) {
    return requestModel;
  }

  /** Empty for answers without one. */
  String id(int number);

  Answer answer(Generation generation);

  /** The body of an answer that refuses: 400 for a prompt too long, 429, 500. */
  String refusal(int status);

  /** The headers that the real provider puts on every answer, with values that do not change. */
  void addHeaders(Headers headers);

  /** Those that say something of an answer. */
  default void addHeaders(Generation generation, Headers headers) {
    // Most providers say everything in the body.
  }

  /** Those that say why an answer refuses. */
  default void addRefusalHeaders(int status, Headers headers) {
    // Most providers say so in the body.
  }

  /** Whether answers have output tokens: embeddings have none. */
  default boolean generates() {
    return true;
  }

  /** Whether callers can ask for their prompt to be cached, and pay for it. */
  default boolean billsCacheWrites() {
    return false;
  }

  /** How much of its usage a stream tells. */
  default Reported toldByStream(ProviderRequest request, boolean unfinished) {
    return unfinished ? Reported.NOTHING : Reported.FULL;
  }

  default String streamType() {
    return "text/event-stream; charset=utf-8";
  }

  /** What is sent in a stream when there is nothing to say; means nothing to a client. */
  default byte[] signOfLife() {
    return ": keep-alive\n\n".getBytes(StandardCharsets.UTF_8);
  }
}
