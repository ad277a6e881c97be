package io.opentelemetry.javaagent.costspan.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endpoints that the operator named: gateways and servers of one's own. Immutable. */
public final class KnownEndpoints {

  private static final KnownEndpoints NONE = new KnownEndpoints(Collections.emptyList());

  private final List<KnownEndpoint> endpoints;

  private KnownEndpoints(List<KnownEndpoint> endpoints) {
    this.endpoints = endpoints;
  }

  public static KnownEndpoints none() {
    return NONE;
  }

  /** Those endpoints; where several fit a URL, the first counts. */
  public static KnownEndpoints of(List<KnownEndpoint> endpoints) {
    return new KnownEndpoints(Collections.unmodifiableList(new ArrayList<>(endpoints)));
  }

  public boolean isEmpty() {
    return endpoints.isEmpty();
  }

  /** The endpoint that a URL lies in, or null. Allocates nothing. */
  public @Nullable KnownEndpoint of(String url) {
    for (int i = 0; i < endpoints.size(); i++) {
      if (endpoints.get(i).contains(url)) {
        return endpoints.get(i);
      }
    }
    return null;
  }
}
