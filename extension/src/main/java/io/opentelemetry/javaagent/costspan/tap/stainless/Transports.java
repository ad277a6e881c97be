package io.opentelemetry.javaagent.costspan.tap.stainless;

import io.opentelemetry.javaagent.costspan.tap.seam.PrivateField;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the base URL in an SDK's chain of HTTP clients. Up to openai-java 2.8 and anthropic-java
 * 2.0 a request does not know its host; the transport at the end of the chain does, or the backend
 * that it holds, in a private field.
 */
public final class Transports {

  private static final int MAX_DEPTH = 8;

  /** Not a ClassValue: it would keep us reachable from classes of the JDK and of other loaders. */
  private static final Map<Class<?>, Link> LINKS = new ConcurrentHashMap<>();

  private Transports() {}

  /** The base URL that the client, or one that it delegates to, was built with; null if none. */
  public static @Nullable String baseUrl(Object client) {
    Object current = client;
    for (int depth = 0; current != null && depth < MAX_DEPTH; depth++) {
      Link link = LINKS.computeIfAbsent(current.getClass(), Link::of);
      if (link.isUrl) {
        return String.valueOf(link.read(current));
      }
      current = link.read(current);
    }
    return null;
  }

  /** The field of a client class that leads on: to the URL, or to the next client or backend. */
  private static final class Link {

    private final PrivateField field;
    private final boolean isUrl;

    private Link(PrivateField field, boolean isUrl) {
      this.field = field;
      this.isUrl = isUrl;
    }

    static Link of(Class<?> type) {
      PrivateField url = PrivateField.of(type, "baseUrl");
      if (url.isThere()) {
        return new Link(url, true);
      }
      PrivateField next = PrivateField.of(type, "httpClient");
      return new Link(next.isThere() ? next : PrivateField.of(type, "backend"), false);
    }

    @Nullable
    Object read(Object client) {
      return field.read(client);
    }
  }
}
