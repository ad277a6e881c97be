package io.opentelemetry.javaagent.costspan.tap.stainless;

import java.lang.reflect.Field;
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

    private final @Nullable Field field;
    private final boolean isUrl;

    private Link(@Nullable Field field, boolean isUrl) {
      this.field = field;
      this.isUrl = isUrl && field != null;
    }

    static Link of(Class<?> type) {
      Field url = field(type, "baseUrl");
      if (url != null) {
        return new Link(url, true);
      }
      Field next = field(type, "httpClient");
      return new Link(next != null ? next : field(type, "backend"), false);
    }

    @Nullable
    Object read(Object client) {
      if (field == null) {
        return null;
      }
      try {
        return field.get(client);
      } catch (IllegalAccessException e) {
        return null;
      }
    }

    private static @Nullable Field field(Class<?> type, String name) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
      } catch (NoSuchFieldException | RuntimeException e) {
        return null;
      }
    }
  }
}
