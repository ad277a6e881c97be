package io.opentelemetry.javaagent.costspan.price;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one book holds: its entries by the ids that they answer to, and contracts. Immutable. */
final class BookContent {

  private final Map<String, BookEntry> byId;
  private final Map<String, Map<String, BookEntry>> byModel;
  private final Contracts contracts;

  private BookContent(
      Map<String, BookEntry> byId,
      Map<String, Map<String, BookEntry>> byModel,
      Contracts contracts) {
    this.byId = byId;
    this.byModel = byModel;
    this.contracts = contracts;
  }

  /** The entry with this {@code provider/model}; null when it is in another book. */
  @Nullable
  BookEntry byId(String id) {
    return byId.get(id);
  }

  /** The entry that lists this very model id, as its own or as an alias. */
  @Nullable
  BookEntry byModel(String provider, String model) {
    Map<String, BookEntry> models = byModel.get(provider);
    return models == null ? null : models.get(model);
  }

  /** The providers whose models include this very id. */
  Set<String> providersOf(String model) {
    Set<String> providers = new HashSet<>();
    for (Map.Entry<String, Map<String, BookEntry>> models : byModel.entrySet()) {
      if (models.getValue().containsKey(model)) {
        providers.add(models.getKey());
      }
    }
    return providers;
  }

  Contracts contracts() {
    return contracts;
  }

  Collection<BookEntry> entries() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /**
   * Collects entries. Not thread-safe. Here, and in what else a start or a first call runs through,
   * there is no lambda: the first ones cost a JVM 10 ms, half of what it took to load 100 entries.
   */
  static final class Builder {

    private final Map<String, BookEntry> byId = new LinkedHashMap<>();
    private final Map<String, Map<String, BookEntry>> byModel = new HashMap<>();

    /** False when an entry with this id is there already. */
    boolean add(BookEntry entry) {
      return byId.put(entry.id(), entry) == null;
    }

    /** Makes an entry answer to a model id; returns the one that answered to it before. */
    @Nullable
    BookEntry name(String model, BookEntry entry) {
      Map<String, BookEntry> models = byModel.get(entry.provider());
      if (models == null) {
        models = new HashMap<>();
        byModel.put(entry.provider(), models);
      }
      return models.put(model, entry);
    }

    BookContent build(Contracts contracts) {
      return new BookContent(byId, byModel, contracts);
    }
  }
}
