package io.costspan.benchmarks.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Random;

/** What the providers answer, in the form of their recorded answers. Seeded: always the same bytes. */
public final class Answers {
  private static final int VECTORS = 110;
  private static final int DIMENSIONS = 1_536;

  private static final String[] WORDS = {
    "the",
    "price",
    "of",
    "a",
    "token",
    "depends",
    "on",
    "which",
    "cache",
    "was",
    "warm",
    "and",
    "nobody",
    "counts",
    "them",
    "twice",
    "\\n",
    "until",
    "an \\\"invoice\\\"",
    "arrives",
    "über"
  };

  private Answers() {}

  /** A chat completion of about so many bytes; all but 0.75 KB of it is one text. */
  public static byte[] chat(int bytes) {
    return chat("gpt-4.1-mini-2025-04-14", text(Math.max(0, bytes - 770)));
  }

  /** A chat completion of a model that says this, in JSON. */
  public static byte[] chat(String model, String text) {
    String message = "{\"role\": \"assistant\", \"content\": \"%s\", \"refusal\": null}";
    return completion(model, message.formatted(text), "stop");
  }

  /** A chat completion that asks for the weather of a city. */
  static byte[] toolCall() {
    return completion("gpt-4.1-mini-2025-04-14", """
        {
          "role": "assistant",
          "content": null,
          "tool_calls": [
            {
              "id": "call_9pW1kzXcVb3Lm8sQ2yTnRg5h",
              "type": "function",
              "function": {"name": "weather", "arguments": "{\\"city\\": \\"Reykjavík\\"}"}
            }
          ],
          "refusal": null
        }""", "tool_calls");
  }

  private static byte[] completion(String model, String message, String finishReason) {
    return """
        {
          "id": "chatcmpl-CfH2qmS7mVx8Q5L3aJx0oP1rT9uWz",
          "object": "chat.completion",
          "created": 1763700000,
          "model": "%s",
          "choices": [
            {
              "index": 0,
              "message": %s,
              "logprobs": null,
              "finish_reason": "%s"
            }
          ],
          "usage": %s,
          "service_tier": "default",
          "system_fingerprint": "fp_658b958c37"
        }
        """.formatted(model, message, finishReason, CHAT_USAGE).getBytes(UTF_8);
  }

  /** So many pieces of text, between an opening and an ending with usage. */
  public static byte[] chatStream(int chunks) {
    StringBuilder events = new StringBuilder();
    events.append(chatChunk(choice("{\"role\":\"assistant\",\"content\":\"\"}", "null"), "null"));
    for (int i = 0; i < chunks; i++) {
      String delta = "{\"content\":\" %s\"}".formatted(WORDS[i % WORDS.length]);
      events.append(chatChunk(choice(delta, "null"), "null"));
    }
    events.append(chatChunk(choice("{}", "\"stop\""), "null"));
    events.append(chatChunk("", CHAT_USAGE));
    events.append("data: [DONE]\n\n");
    return events.toString().getBytes(UTF_8);
  }

  /** {@value #VECTORS} vectors in base64: 0.9 MB. */
  static byte[] embeddings() {
    Random random = new Random(1);
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < VECTORS; i++) {
      byte[] vector = new byte[Float.BYTES * DIMENSIONS];
      random.nextBytes(vector);
      data.append(i == 0 ? "" : ",")
          .append("""
          {"object":"embedding","index":%d,"embedding":"%s"}""".formatted(i, Base64.getEncoder().encodeToString(vector)));
    }
    return """
        {"object":"list","data":[%s],"model":"text-embedding-3-small",\
        "usage":{"prompt_tokens":1320,"total_tokens":1320}}
        """.formatted(data).getBytes(UTF_8);
  }

  static byte[] refusal() {
    return """
        {
          "error": {
            "message": "Invalid value for 'temperature': expected a number between 0 and 2.",
            "type": "invalid_request_error",
            "param": "temperature",
            "code": "invalid_value"
          }
        }
        """.getBytes(UTF_8);
  }

  /** An Anthropic message of about so many bytes. */
  static byte[] message(int bytes) {
    return """
        {"model":"claude-haiku-4-5-20251001","id":"msg_01XFDUDYJgAACzvnptvVoYEL","type":"message",\
        "role":"assistant","content":[{"type":"text","text":"%s"}],"stop_reason":"end_turn",\
        "stop_sequence":null,"usage":{"input_tokens":312,"cache_creation_input_tokens":0,\
        "cache_read_input_tokens":1024,"cache_creation":{"ephemeral_5m_input_tokens":0,\
        "ephemeral_1h_input_tokens":0},"output_tokens":96,"service_tier":"standard"}}
        """.formatted(text(Math.max(0, bytes - 430))).getBytes(UTF_8);
  }

  private static String chatChunk(String choices, String usage) {
    return """
        data: {"id":"chatcmpl-CfH2qmS7mVx8Q5L3aJx0oP1rT9uWz","object":"chat.completion.chunk",\
        "created":1763700000,"model":"gpt-4.1-mini-2025-04-14","service_tier":"default",\
        "system_fingerprint":"fp_658b958c37","choices":[%s],"usage":%s}

        """.formatted(choices, usage);
  }

  private static String choice(String delta, String finishReason) {
    return "{\"index\":0,\"delta\":%s,\"logprobs\":null,\"finish_reason\":%s}"
        .formatted(delta, finishReason);
  }

  private static String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < length; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[i % WORDS.length]);
    }
    return text.toString();
  }

  private static final String CHAT_USAGE = """
      {"prompt_tokens":1336,"completion_tokens":96,"total_tokens":1432,\
      "prompt_tokens_details":{"cached_tokens":1024,"audio_tokens":0},\
      "completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,\
      "accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}""";
}
