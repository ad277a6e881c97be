package io.opentelemetry.javaagent.costspan.tap.genai;

import com.google.genai.HttpApiClient;
import com.google.genai.types.HttpOptions;
import io.opentelemetry.javaagent.costspan.tap.seam.PrivateField;
import org.jspecify.annotations.Nullable;

/** The options that a client was built with, which most versions keep to themselves. */
final class HttpOptionsField {

  private static final PrivateField OPTIONS =
      PrivateField.of(HttpApiClient.class.getSuperclass(), "httpOptions");

  private HttpOptionsField() {}

  /** The URL that the client sends to unless a request names one; null when it does not tell. */
  static @Nullable String baseUrlOf(HttpApiClient client) {
    Object options = OPTIONS.read(client);
    return options instanceof HttpOptions ? ((HttpOptions) options).baseUrl().orElse(null) : null;
  }
}
