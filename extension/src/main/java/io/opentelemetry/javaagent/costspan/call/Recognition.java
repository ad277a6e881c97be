package io.opentelemetry.javaagent.costspan.call;

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
        || (!endpoints.isEmpty() && method.equals("POST") && endpoints.of(url) != null);
  }

  /** Whether a path leaves it open that a request is a call. Allocates nothing. */
  boolean mayRecogniseAt(String method, String path) {
    return WireFormats.recognise(method, path) != null
        || (!endpoints.isEmpty() && method.equals("POST"));
  }

  /** Null when the request is no call. */
  @Nullable
  WireFormat formatOf(WireRequest request, Endpoint endpoint) {
    KnownEndpoint named = named(request);
    if (named != null && named.format() != null && request.method().equals("POST")) {
      return named.format();
    }
    if (request.isOfLlmSdk()) {
      return WireFormats.recognise(request.method(), request.path());
    }
    return WireFormats.recogniseAmongOthers(
        request.method(), request.path(), named != null || endpoint.isProviders(), request::header);
  }

  /** What the operator says comes first, then what the host stands for, then what the SDK does. */
  String providerOf(WireRequest request, Endpoint endpoint, WireFormat format) {
    KnownEndpoint named = named(request);
    if (named != null) {
      return named.provider();
    }
    String sdks = request.provider();
    return endpoint.providerOr(sdks != null ? sdks : format.providerAt(request.path()));
  }

  private @Nullable KnownEndpoint named(WireRequest request) {
    String base = endpoints.isEmpty() ? null : request.baseUrl();
    return base == null ? null : endpoints.of(joined(base, request.path()));
  }

  private static String joined(String base, String path) {
    return base.endsWith("/") || path.startsWith("/") ? base + path : base + '/' + path;
  }
}
