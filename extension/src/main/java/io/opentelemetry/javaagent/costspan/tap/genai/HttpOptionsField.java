package io.opentelemetry.javaagent.costspan.tap.genai;

import com.google.genai.HttpApiClient;
import com.google.genai.types.HttpOptions;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** The options that a client was built with, which most versions keep to themselves. */
final class HttpOptionsField {

  private static final @Nullable Field OPTIONS = field();

  private HttpOptionsField() {}

  /** The URL that the client sends to unless a request names one; null when it does not tell. */
  static @Nullable String baseUrlOf(HttpApiClient client) {
    Object options;
    try {
      options = OPTIONS == null ? null : OPTIONS.get(client);
    } catch (IllegalAccessException e) {
      return null;
    }
    return options instanceof HttpOptions ? ((HttpOptions) options).baseUrl().orElse(null) : null;
  }

  private static @Nullable Field field() {
    try {
      Field field = HttpApiClient.class.getSuperclass().getDeclaredField("httpOptions");
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}
