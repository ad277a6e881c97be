package io.opentelemetry.javaagent.costspan.price;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entry of a model by its whole id or by a snapshot of it, never by a prefix: {@code
 * claude-sonnet-5-5} is not {@code claude-sonnet-5}. Immutable once built.
 */
final class ModelIndex {

  /**
   * Providers that sell another one's models at its list prices. Azure's global standard deployments
   * do (2026-11-21); data zones and regions cost 10 to 20 % more, which no response shows.
   */
  private static final Map<String, String> LIST_PRICES_OF =
      Collections.singletonMap("azure.ai.openai", "openai");

  private final Map<String, Map<String, PriceEntry>> byProvider = new HashMap<>();

  /** Makes an entry answer to a model id; returns the entry that answered to it before. */
  @Nullable
  PriceEntry put(String model, PriceEntry entry) {
    return byProvider
        .computeIfAbsent(entry.provider(), provider -> new HashMap<>())
        .put(model, entry);
  }

  /** The entry of the model that answered, else of the one asked for; null when neither is known. */
  @Nullable
  PriceEntry find(BilledCall call) {
    PriceEntry answered = find(call.provider(), call.responseModel());
    if (answered == null) {
      answered = find(LIST_PRICES_OF.get(call.provider()), call.responseModel());
    }
    // On Azure the request names a deployment, which may have any name: it is looked up among
    // Azure's own entries (a user's) and never taken for a model of OpenAI.
    return answered != null ? answered : find(call.provider(), call.requestModel());
  }

  private @Nullable PriceEntry find(@Nullable String provider, @Nullable String model) {
    Map<String, PriceEntry> byModel = byProvider.get(provider);
    if (byModel == null || model == null) {
      return null;
    }
    PriceEntry exact = byModel.get(model);
    return exact != null ? exact : snapshot(byModel, model);
  }

  private static @Nullable PriceEntry snapshot(Map<String, PriceEntry> byModel, String model) {
    String base = SnapshotDate.cutFrom(model);
    // A listed id may be a snapshot itself; there are no snapshots of snapshots.
    return base == null || SnapshotDate.cutFrom(base) != null ? null : byModel.get(base);
  }
}
