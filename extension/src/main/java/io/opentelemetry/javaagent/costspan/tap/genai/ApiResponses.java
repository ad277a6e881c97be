package io.opentelemetry.javaagent.costspan.tap.genai;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the SDK's {@code HttpApiResponse}, which no other package may name: all that it holds
 * is the transport's response. The SDK reads the body of a failure from there, without a getter.
 *
 * @param <T> the transport's response
 */
final class ApiResponses<T> {

  private static final String NAME = "com.google.genai.HttpApiResponse";

  private final Class<T> transport;
  private volatile @Nullable Link link;

  ApiResponses(Class<T> transport) {
    this.transport = transport;
  }

  T inside(Object response) throws ReflectiveOperationException {
    return transport.cast(link(response).field.get(response));
  }

  /** Another {@code HttpApiResponse} like that one, around another response. */
  Object like(Object response, T inside) throws ReflectiveOperationException {
    return link(response).constructor.newInstance(inside);
  }

  private Link link(Object response) throws ReflectiveOperationException {
    Link known = link;
    if (known == null) {
      known = new Link(response.getClass(), transport);
      link = known;
    }
    return known;
  }

  /** The one field of the class, and the constructor that sets it. */
  private static final class Link {

    private final Field field;
    private final Constructor<?> constructor;

    Link(Class<?> type, Class<?> transport) throws ReflectiveOperationException {
      if (!type.getName().equals(NAME)) {
        throw new NoSuchFieldException(type.getName());
      }
      field = type.getDeclaredField("response");
      field.setAccessible(true);
      constructor = type.getDeclaredConstructor(transport);
      constructor.setAccessible(true);
    }
  }
}
