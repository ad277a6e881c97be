package io.opentelemetry.javaagent.costspan.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Responses of OpenAI's chat completions, shortened to what these tests look at. */
final class Answers {

  static final String JSON =
      "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"model\":\"gpt-4.1-mini-2025-04-14\","
          + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hi\"},"
          + "\"finish_reason\":\"stop\"}],"
          + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}}";

  static final String CHUNK = "data: {\"id\":\"chatcmpl-2\",\"model\":\"gpt-4.1-mini-2025-04-14\","
      + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n";

  static final String LAST_CHUNK =
      "data: {\"id\":\"chatcmpl-2\",\"model\":\"gpt-4.1-mini-2025-04-14\","
          + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";

  static final String USAGE_CHUNK =
      "data: {\"id\":\"chatcmpl-2\",\"model\":\"gpt-4.1-mini-2025-04-14\",\"choices\":[],"
          + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}}\n\n";

  static final String DONE = "data: [DONE]\n\n";

  static final String STREAM = CHUNK + CHUNK + LAST_CHUNK + USAGE_CHUNK + DONE;

  private Answers() {}

  static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
