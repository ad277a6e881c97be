package io.opentelemetry.javaagent.costspan.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wire formats that are known, and which of them a request speaks. */
public final class WireFormats {

  static final WireFormat OPENAI_CHAT = new OpenAiChat();
  static final WireFormat OPENAI_RESPONSES = new OpenAiResponses();
  static final WireFormat OPENAI_EMBEDDINGS = new OpenAiEmbeddings();
  static final WireFormat ANTHROPIC_MESSAGES = new AnthropicMessages();

  private WireFormats() {}

  /** Every format that can be decoded; only some of them are recognised in a request. */
  public static List<WireFormat> all() {
    return AllFormats.LIST;
  }

  /** The format of that {@link WireFormat#name()}, or null. */
  public static @Nullable WireFormat named(String name) {
    for (WireFormat format : AllFormats.LIST) {
      if (format.name().equals(name)) {
        return format;
      }
    }
    return null;
  }

  /**
   * The format of a whole response, for who has nothing but the document; null when it is not JSON,
   * fits none, or fits several.
   */
  public static @Nullable WireFormat ofResponse(byte[] json) {
    return ResponseSigns.of(json).format();
  }

  /**
   * The format of a request, or null when it is no call that we bill. Allocates nothing.
   *
   * @param method HTTP method in upper case
   * @param path URL path without query, with or without a leading slash; only its end is looked at,
   *     since gateways and Azure put segments before it
   */
  public static @Nullable WireFormat recognise(String method, String path) {
    if (!method.equals("POST")) {
      return null;
    }
    if (endsWithSegments(path, "chat/completions")) {
      return OPENAI_CHAT;
    }
    if (endsWithSegments(path, "responses") || endsWithSegments(path, "responses/compact")) {
      return OPENAI_RESPONSES;
    }
    if (endsWithSegments(path, "embeddings")) {
      return OPENAI_EMBEDDINGS;
    }
    return endsWithSegments(path, "messages") && !isThread(path) ? ANTHROPIC_MESSAGES : null;
  }

  /** OpenAI's {@code threads/{id}/messages} adds to a list and asks no model. */
  private static boolean isThread(String path) {
    int id = path.lastIndexOf('/', path.length() - "/messages".length() - 1);
    return id > 0 && endsWithSegments(path, "threads", id);
  }

  private static boolean endsWithSegments(String path, String segments) {
    return endsWithSegments(path, segments, path.length());
  }

  private static boolean endsWithSegments(String path, String segments, int end) {
    int start = end - segments.length();
    return path.startsWith(segments, start) && (start == 0 || path.charAt(start - 1) == '/');
  }
}
