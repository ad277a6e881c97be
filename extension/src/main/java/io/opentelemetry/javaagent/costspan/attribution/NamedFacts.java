package io.opentelemetry.javaagent.costspan.attribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;

/**
 * The facts that the settings name. Nothing else is read, whoever sees it. Immutable, and asked on
 * the application's threads: it allocates nothing.
 */
public final class NamedFacts {

  private static final NamedFacts NONE = builder().build();

  private static volatile NamedFacts inForce = NONE;

  private final EnumMap<Fact, List<String>> names;

  private NamedFacts(EnumMap<Fact, List<String>> names) {
    this.names = names;
  }

  /** Those of this process: none until the settings are read. */
  public static NamedFacts inForce() {
    return inForce;
  }

  /** Puts them in force, once, at the start. */
  public static void install(NamedFacts named) {
    inForce = named;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Whether any fact of the kind is named: to be asked first. */
  public boolean has(Fact kind) {
    return !names(kind).isEmpty();
  }

  public boolean has(Fact kind, String name) {
    return names(kind).contains(name);
  }

  /** The names as they are spelled in the settings, each once. */
  public List<String> names(Fact kind) {
    List<String> known = names.get(kind);
    return known == null ? Collections.emptyList() : known;
  }

  /** Not thread-safe. */
  public static final class Builder {

    private final EnumMap<Fact, List<String>> names = new EnumMap<>(Fact.class);

    private Builder() {}

    public Builder add(Fact kind, String name) {
      List<String> known = names.computeIfAbsent(kind, unused -> new ArrayList<>());
      if (!known.contains(name)) {
        known.add(name);
      }
      return this;
    }

    public NamedFacts build() {
      EnumMap<Fact, List<String>> copy = new EnumMap<>(Fact.class);
      names.forEach(
          (kind, known) -> copy.put(kind, Collections.unmodifiableList(new ArrayList<>(known))));
      return new NamedFacts(copy);
    }
  }
}
