package io.opentelemetry.javaagent.costspan.action;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which requests, methods and events are actions, and of which feature. Immutable. */
public final class ActionRules {

  private final Map<String, List<ServedAction>> byRoute;
  private final Map<String, List<String>> byMethod;
  private final Map<String, List<String>> byEvent;

  private ActionRules(Builder builder) {
    this.byRoute = new HashMap<>(builder.byRoute);
    this.byMethod = new HashMap<>(builder.byMethod);
    this.byEvent = new HashMap<>(builder.byEvent);
  }

  public static Builder builder() {
    return new Builder();
  }

  boolean haveRoutes() {
    return !byRoute.isEmpty();
  }

  /** Those that a request to this route may be; empty for most. */
  List<ServedAction> at(String route) {
    return byRoute.getOrDefault(route, Collections.emptyList());
  }

  /** The features that an event of this name is an action of. */
  List<String> of(@Nullable String event) {
    return byEvent.getOrDefault(event, Collections.emptyList());
  }

  /**
   * The features that a method is an action of.
   *
   * @param method class and name, {@code com.acme.Drafts.accept}
   */
  List<String> ofMethod(String method) {
    return byMethod.getOrDefault(method, Collections.emptyList());
  }

  /** Collects rules. Not thread-safe. */
  public static final class Builder {

    private final Map<String, List<ServedAction>> byRoute = new HashMap<>();
    private final Map<String, List<String>> byMethod = new HashMap<>();
    private final Map<String, List<String>> byEvent = new HashMap<>();

    private Builder() {}

    /**
     * @param method in upper case, {@code *} for any
     * @param route as {@code http.route} has it
     * @param leastStatus of HTTP, inclusive, as is {@code mostStatus}
     */
    public Builder request(
        String feature, String method, String route, int leastStatus, int mostStatus) {
      byRoute
          .computeIfAbsent(route, key -> new ArrayList<>(1))
          .add(new ServedAction(feature, method, leastStatus, mostStatus));
      return this;
    }

    /**
     * @param name class and name, {@code com.acme.Drafts.accept}
     */
    public Builder method(String feature, String name) {
      byMethod.computeIfAbsent(name, key -> new ArrayList<>(1)).add(feature);
      return this;
    }

    public Builder event(String feature, String name) {
      byEvent.computeIfAbsent(name, key -> new ArrayList<>(1)).add(feature);
      return this;
    }

    public ActionRules build() {
      return new ActionRules(this);
    }
  }
}
