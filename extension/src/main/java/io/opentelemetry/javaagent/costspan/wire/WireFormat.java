package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import org.jspecify.annotations.Nullable;

/** One protocol. Immutable and shared; what it hands out belongs to one call. */
public interface WireFormat {

  /** Short name for logs and documents, for example {@code openai.chat}. */
  String name();

  /** Value of {@code gen_ai.operation.name}. */
  String operation();

  /** The same, where the path of a request tells more than the format. */
  default String operationAt(String path) {
    return operation();
  }

  /** Value of {@code gen_ai.provider.name} where the endpoint's host does not tell otherwise. */
  String defaultProvider();

  /** The same, where the path of a request tells more than the format. */
  default String providerAt(String path) {
    return defaultProvider();
  }

  /** Whether streams tell their usage only where {@link StreamUsage} was asked for. */
  default boolean tellsStreamUsageWhenAsked() {
    return false;
  }

  /** Whether a call that tells no usage is a gap in somebody's bill. */
  default boolean isBilled() {
    return true;
  }

  /**
   * A reader for one request body.
   *
   * @param path of the URL, in which some protocols name the model or ask for a stream
   */
  RequestReader requestReader(String path);

  /**
   * A reader for one response body.
   *
   * @param eventStream whether the body is a stream, {@code text/event-stream} or JSON lines as the
   *     protocol has it, else one JSON document
   */
  ResponseReader responseReader(boolean eventStream);

  /**
   * Begins to estimate the tokens of a stream that will not tell them; null where nobody can.
   *
   * @param provider value of {@code gen_ai.provider.name}
   */
  default TokenEstimate.@Nullable Draft estimate(
      String provider, RequestFacts request, Vocabularies vocabularies) {
    return null;
  }

  /**
   * What a response said, with what it leaves to the request to say.
   *
   * @param response to a call that succeeded
   */
  default ResponseFacts answering(RequestFacts request, ResponseFacts response) {
    return response;
  }
}
