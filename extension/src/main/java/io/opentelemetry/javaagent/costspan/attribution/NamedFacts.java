package io.opentelemetry.javaagent.costspan.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The facts that the settings name. Nothing else is read, whoever sees it. Immutable, and asked on
 * the application's threads: it allocates nothing.
 */
public final class NamedFacts {

  static final List<String> NO_NAMES = Collections.emptyList();
  static final List<PathPattern> NO_PATHS = Collections.emptyList();

  private static volatile NamedFacts inForce = builder().build();

  private final EnumMap<Fact, List<String>> names;
  private final List<String> headers;
  private final List<PathPattern> paths;
  private final boolean isPrincipalAsked;

  private NamedFacts(
      EnumMap<Fact, List<String>> names,
      List<String> headers,
      List<PathPattern> paths,
      boolean isPrincipalAsked) {
    this.names = names;
    this.headers = headers;
    this.paths = paths;
    this.isPrincipalAsked = isPrincipalAsked;
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
    return known == null ? NO_NAMES : known;
  }

  /** Whether the principal is a source; else it is kept, if it is, only as the user of claims. */
  boolean isPrincipalAsked() {
    return isPrincipalAsked;
  }

  /** Those of requests and of messages, each once. */
  List<String> headers() {
    return headers;
  }

  /** Those of {@link Fact#PATH}. */
  List<PathPattern> paths() {
    return paths;
  }

  /** Not thread-safe. */
  public static final class Builder {

    private final EnumMap<Fact, List<String>> names = new EnumMap<>(Fact.class);

    private Builder() {}

    public Builder add(Fact kind, String name) {
      List<String> known = names.get(kind);
      if (known == null) {
        known = new ArrayList<>();
        names.put(kind, known);
      }
      if (!known.contains(name)) {
        known.add(name);
      }
      return this;
    }

    public NamedFacts build() {
      EnumMap<Fact, List<String>> copy = new EnumMap<>(Fact.class);
      for (Map.Entry<Fact, List<String>> each : names.entrySet()) {
        copy.put(each.getKey(), unmodifiable(each.getValue()));
      }
      Set<String> headers = new LinkedHashSet<>(copy.getOrDefault(Fact.HEADER, NO_NAMES));
      headers.addAll(copy.getOrDefault(Fact.MESSAGE_HEADER, NO_NAMES));
      List<PathPattern> paths = new ArrayList<>();
      for (String text : copy.getOrDefault(Fact.PATH, NO_NAMES)) {
        PathPattern pattern = PathPattern.parse(text);
        if (pattern != null) {
          paths.add(pattern);
        }
      }
      boolean isPrincipalAsked = copy.containsKey(Fact.PRINCIPAL);
      if (copy.containsKey(Fact.CLAIM)) {
        // Whose a claim is has to be known: it ends with its user.
        copy.put(Fact.PRINCIPAL, Collections.singletonList(Fact.UNNAMED));
      }
      return new NamedFacts(copy, unmodifiable(headers), unmodifiable(paths), isPrincipalAsked);
    }

    private static <T> List<T> unmodifiable(Collection<T> values) {
      return Collections.unmodifiableList(new ArrayList<>(values));
    }
  }
}
