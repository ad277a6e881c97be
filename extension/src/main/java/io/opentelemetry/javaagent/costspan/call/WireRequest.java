package io.opentelemetry.javaagent.costspan.call;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A request as a tap sees it at its SDK's HTTP seam. Used on the calling thread only. */
public interface WireRequest {

  /** HTTP method in upper case. */
  String method();

  /** URL path below {@link #baseUrl()}, without query, with or without a leading slash. */
  String path();

  /** Scheme, host, port and path prefix of the endpoint; null when the SDK does not tell. */
  @Nullable
  String baseUrl();

  /**
   * Writes the JSON body, or nothing when the request has none that can be read twice. Must leave
   * the request as it was.
   */
  void writeJsonTo(OutputStream out) throws IOException;

  /**
   * What all attempts at this request share, compared by identity: by it they are found where an
   * SDK loses the context between us and its transport. Null when there is no such thing.
   */
  default @Nullable Object sharedByAttempts() {
    return null;
  }

  /** The first value of a request header, its name in any case; null when there is none. */
  default @Nullable String header(String name) {
    return null;
  }

  /** The value of a parameter in the URL's query; null when there is none. */
  default @Nullable String parameter(String name) {
    return null;
  }

  /**
   * Value of {@code gen_ai.provider.name} that the SDK stands for, where the endpoint's host does not
   * tell; null for what the format stands for.
   */
  default @Nullable String provider() {
    return null;
  }

  /** Whether its tap can add to it what makes a stream tell its usage. */
  default boolean mayAskUsage() {
    return false;
  }

  /**
   * Whether who sends it talks to LLMs only, so that the path alone tells. A general HTTP client
   * posts to {@code /api/chat} for a hundred other reasons.
   */
  default boolean isOfLlmSdk() {
    return true;
  }
}
