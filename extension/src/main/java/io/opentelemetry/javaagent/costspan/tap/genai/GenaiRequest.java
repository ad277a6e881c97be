package io.opentelemetry.javaagent.costspan.tap.genai;

import com.google.genai.HttpApiClient;
import com.google.genai.types.HttpOptions;
import io.opentelemetry.javaagent.costspan.call.WireRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request of google-genai, as the SDK's models hand it to its HTTP client. */
final class GenaiRequest implements WireRequest {

  private static final int PIECE_CHARS = 8192;

  private final HttpApiClient client;
  private final String method;
  private final String pathAndQuery;
  private final String json;
  private final Optional<HttpOptions> options;

  GenaiRequest(
      HttpApiClient client,
      String method,
      String pathAndQuery,
      String json,
      Optional<HttpOptions> options) {
    this.client = client;
    this.method = method;
    this.pathAndQuery = pathAndQuery;
    this.json = json;
    this.options = options;
  }

  @Override
  public String method() {
    return method.toUpperCase(Locale.ROOT);
  }

  /**
   * The path without the API's version, and on Vertex AI without the project, which the client puts
   * before it.
   */
  @Override
  public String path() {
    int query = pathAndQuery.indexOf('?');
    return query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
  }

  @Override
  public @Nullable String baseUrl() {
    String own = options.flatMap(HttpOptions::baseUrl).orElse(null);
    return own != null ? own : HttpOptionsField.baseUrlOf(client);
  }

  /** In pieces: a prompt with a video in it is not copied as a whole. */
  @Override
  public void writeJsonTo(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    for (int from = 0; from < json.length(); from += PIECE_CHARS) {
      writer.write(json, from, Math.min(PIECE_CHARS, json.length() - from));
    }
    writer.flush();
  }
}
