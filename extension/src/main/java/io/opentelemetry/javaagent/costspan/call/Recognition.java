package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.wire.BatchFormat;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoint;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoints;
import io.opentelemetry.javaagent.costspan.wire.WireFormat;
import io.opentelemetry.javaagent.costspan.wire.WireFormats;
import org.jspecify.annotations.Nullable;

/** Tells which requests are calls, in which format, to which provider. */
final class Recognition {

  private final KnownEndpoints endpoints;

  Recognition(KnownEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  /** Whether a general client's request may be a call. Allocates nothing. */
  boolean mayRecognise(String method, String url) {
    return WireFormats.mayRecognise(method, url)
        || BatchFormat.mayRecognise(method, url)
        || (!endpoints.isEmpty() && mayRecogniseNamed(method, url) && endpoints.of(url) != null);
  }

  /** Whether a path leaves it open that a request is a call. Allocates nothing. */
  boolean mayRecogniseAt(String method, String path) {
    return WireFormats.recognise(method, path) != null
        || BatchFormat.recognise(method, path) != null
        || (!endpoints.isEmpty() && method.equals("POST"));
  }

  /** Whether host and path leave it open that a request is a call. Allocates nothing. */
  boolean mayRecogniseAt(String method, String host, int port, String path) {
    return WireFormats.mayRecogniseAt(method, host, port, path)
        || BatchFormat.mayRecogniseAt(method, host, port, path)
        || (!endpoints.isEmpty() && mayRecogniseNamed(method, path));
  }

  /** What a named endpoint answers: any POST, and where results of batches are read. */
  private static boolean mayRecogniseNamed(String method, String url) {
    return method.equals("POST") || BatchFormat.recognise(method, url) != null;
  }

  /**
   * The endpoint that the operator named for a request; null when there is none.
   *
   * @param base its base URL, null when the SDK does not tell
   */
  @Nullable
  KnownEndpoint named(@Nullable String base, WireRequest request) {
    return base == null || endpoints.isEmpty() ? null : endpoints.of(joined(base, request.path()));
  }

  /** Null when the request is no call. */
  static @Nullable WireFormat formatOf(
      WireRequest request, @Nullable KnownEndpoint named, Endpoint endpoint) {
    if (named != null && named.format() != null && request.method().equals("POST")) {
      return named.format();
    }
    if (request.isOfLlmSdk()) {
      return WireFormats.recognise(request.method(), request.path());
    }
    return WireFormats.recogniseAmongOthers(
        request.method(), request.path(), named != null || endpoint.isProviders(), request::header);
  }

  /** What a request reads if it may be the results of a batch, else null. */
  static @Nullable BatchFormat batchOf(
      WireRequest request, @Nullable KnownEndpoint named, Endpoint endpoint) {
    if (request.isOfLlmSdk()) {
      return BatchFormat.recognise(request.method(), request.path());
    }
    return BatchFormat.recogniseAmongOthers(
        request.method(), request.path(), named != null || endpoint.isProviders(), request::header);
  }

  /** What the operator says comes first, then what the host stands for, then what the SDK does. */
  static String providerOf(
      WireRequest request, @Nullable KnownEndpoint named, Endpoint endpoint, WireFormat format) {
    if (named != null) {
      return named.provider();
    }
    String sdks = request.provider();
    return endpoint.providerOr(sdks != null ? sdks : format.providerAt(request.path()));
  }

  private static String joined(String base, String path) {
    return base.endsWith("/") || path.startsWith("/") ? base + path : base + '/' + path;
  }
}
