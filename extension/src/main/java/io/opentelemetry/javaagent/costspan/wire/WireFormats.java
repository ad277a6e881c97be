package io.opentelemetry.javaagent.costspan.wire;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The wire formats that are known, and which of them a request speaks. */
public final class WireFormats {

  static final WireFormat OPENAI_CHAT = OpenAiChat.CHAT;
  static final WireFormat OPENAI_RESPONSES = new OpenAiResponses();
  static final WireFormat OPENAI_EMBEDDINGS = new OpenAiEmbeddings();
  static final WireFormat ANTHROPIC_MESSAGES = new AnthropicMessages();

  private WireFormats() {}

  /** Every format that can be decoded. */
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
   * The format of a request that an LLM SDK sends, or null when it is no call that we bill.
   * Allocates nothing.
   *
   * @param method HTTP method in upper case
   * @param path URL path, with or without a leading slash
   */
  public static @Nullable WireFormat recognise(String method, String path) {
    Route route = Routes.of(method, path);
    return route == null ? null : route.format();
  }

  /**
   * The format of a request that a general HTTP client sends, or null when it is no call.
   *
   * @param isKnownHost whether the host is a provider's
   * @param header the first value of a request header by its name, null when there is none
   */
  public static @Nullable WireFormat recogniseAmongOthers(
      String method, String path, boolean isKnownHost, UnaryOperator<@Nullable String> header) {
    Route route = Routes.of(method, path);
    return route != null && route.counts(isKnownHost, header) ? route.format() : null;
  }

  /**
   * Whether a general client's request can be a call at all, before anything else is looked at.
   * Allocates nothing.
   *
   * @param url the whole URL
   */
  public static boolean mayRecognise(String method, String url) {
    Route route = Routes.of(method, url);
    return route != null && route.mayCount(url);
  }

  /**
   * The same of a URL in parts.
   *
   * @param port -1 when the URL names none
   */
  public static boolean mayRecogniseAt(String method, String host, int port, String path) {
    Route route = Routes.of(method, path);
    return route != null && route.mayCount(host, port);
  }
}
