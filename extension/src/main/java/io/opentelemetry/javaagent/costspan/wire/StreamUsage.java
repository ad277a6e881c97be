package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's option that makes a chat stream tell its usage: how it is added to a request, and how a
 * stream looks without what it added. The last chunk is one more then, without a choice, and every
 * other one says that it has no usage.
 */
public final class StreamUsage {

  private static final byte[] OPTION =
      "\"stream_options\":{\"include_usage\":true},".getBytes(UTF_8);

  private static final Pattern NO_CHOICES = Pattern.compile("\"choices\"\\s*:\\s*\\[\\s*]");
  private static final Pattern USAGE = Pattern.compile("\"usage\"\\s*:\\s*\\{");
  private static final Pattern NO_USAGE = Pattern.compile(",\\s*\"usage\"\\s*:\\s*null");

  private StreamUsage() {}

  /** The same JSON object, not empty and without the option, with the option. */
  public static byte[] asked(byte[] json) {
    int start = 0;
    while (start < json.length && json[start] != '{') {
      start++;
    }
    if (start == json.length) {
      return json;
    }
    byte[] asked = new byte[json.length + OPTION.length];
    System.arraycopy(json, 0, asked, 0, start + 1);
    System.arraycopy(OPTION, 0, asked, start + 1, OPTION.length);
    System.arraycopy(json, start + 1, asked, start + 1 + OPTION.length, json.length - start - 1);
    return asked;
  }

  /** What an event would be had nobody asked; null when it would not be there. */
  public static @Nullable String unasked(String event) {
    if (USAGE.matcher(event).find() && NO_CHOICES.matcher(event).find()) {
      return null;
    }
    return NO_USAGE.matcher(event).replaceFirst("");
  }
}
