package io.costspan.testbed.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files and batches, as OpenAI and Anthropic have them. What is asked for in a batch is generated,
 * and goes on the invoice, when the batch is made; its results may be read as often as one likes.
 */
final class Batches {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Before an id: the first who asks is told to come again. */
  private static final String BUSY = "busy-";

  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Map<String, String> files = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Function<ProviderRequest, Generation> generating;

  /**
   * @param generating puts what it generates on the invoice
   */
  Batches(Function<ProviderRequest, Generation> generating) {
    this.generating = generating;
  }

  /**
   * @param type of the body
   */
  record Found(int status, String type, String body) {}

  /** What is there; null where it is no matter of batches. */
  @Nullable
  Found answer(String method, String path, byte[] body) throws IOException {
    String[] parts = path.split("/");
    String last = parts[parts.length - 1];
    if (method.equals("GET") && (last.equals("content") || last.equals("results"))) {
      String type = last.equals("content") ? "application/octet-stream" : "application/x-jsonl";
      return results(parts[parts.length - 2], type);
    }
    if (method.equals("POST") && last.equals("files")) {
      return json(OpenAiBatch.file(add("file-in-", uploaded(body))));
    }
    if (method.equals("POST") && path.endsWith("/messages/batches")) {
      return json(AnthropicBatch.made(anthropic(JSON.readTree(body))));
    }
    if (path.contains("/messages/batches/")) {
      return json(AnthropicBatch.made(parts[parts.length - (last.equals("cancel") ? 2 : 1)]));
    }
    if (method.equals("POST") && last.equals("batches")) {
      return json(openAi(JSON.readTree(body)));
    }
    return null;
  }

  private static Found json(String body) {
    return new Found(200, "application/json", body);
  }

  private Found results(String id, String type) {
    if (id.startsWith(BUSY) && refused.add(id)) {
      return new Found(429, "application/json", "{}");
    }
    String name = id.startsWith(BUSY) ? id.substring(BUSY.length()) : id;
    return new Found(200, type, files.getOrDefault(name, ""));
  }

  /** Two files: what failed is in one of its own. */
  private String openAi(JsonNode batch) throws IOException {
    StringBuilder output = new StringBuilder();
    StringBuilder errors = new StringBuilder();
    for (String line : files.get(batch.path("input_file_id").asText()).split("\n")) {
      JsonNode asked = JSON.readTree(line);
      ProviderRequest request = request(asked.path("url").asText(), asked.path("body"));
      Refusal refusal = Refusal.of(request);
      String customId = asked.path("custom_id").asText();
      if (refusal == null) {
        output.append(OpenAiBatch.line(customId, 200, compact(answer(request))));
      } else {
        errors.append(OpenAiBatch.line(customId, refusal.status(), compact(refusal.body())));
      }
    }
    return OpenAiBatch.made(
        numbers.incrementAndGet(),
        add("file-out-", output.toString()),
        add("file-err-", errors.toString()));
  }

  private String anthropic(JsonNode batch) throws IOException {
    StringBuilder results = new StringBuilder();
    for (JsonNode asked : batch.path("requests")) {
      ProviderRequest request = request("/v1/messages", asked.path("params"));
      Refusal refusal = Refusal.of(request);
      String result = refusal == null
          ? AnthropicBatch.succeeded(compact(answer(request)))
          : AnthropicBatch.errored(compact(refusal.body()));
      results.append(AnthropicBatch.line(asked.path("custom_id").asText(), result));
    }
    return add("msgbatch_", results.toString());
  }

  private String answer(ProviderRequest request) {
    return request.dialect().answer(generating.apply(request)).json();
  }

  private static ProviderRequest request(String path, JsonNode body) throws IOException {
    return ProviderRequest.of(path, new Headers(), JSON.writeValueAsBytes(body), number -> 0);
  }

  private String add(String prefix, String content) {
    String id = prefix + numbers.incrementAndGet();
    files.put(id, content);
    return id;
  }

  /** The file in a form: between the first empty line after its name and the next boundary. */
  private static String uploaded(byte[] form) {
    String text = new String(form, StandardCharsets.UTF_8);
    String boundary = text.substring(0, text.indexOf("\r\n"));
    int start = text.indexOf("\r\n\r\n", text.indexOf("name=\"file\"")) + 4;
    return text.substring(start, text.indexOf("\r\n" + boundary, start));
  }

  /** On one line. */
  private static String compact(String json) {
    try {
      return JSON.readTree(json).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
