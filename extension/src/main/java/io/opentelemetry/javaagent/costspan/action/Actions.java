package io.opentelemetry.javaagent.costspan.action;

import io.opentelemetry.context.Context;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where actions enter, from whatever part of the agent sees them. Until {@link #install} there are
 * none. Nothing here throws.
 */
public final class Actions {

  private static volatile @Nullable Actions installed;

  private final ActionRules rules;
  private final ActionSink sink;
  private final Consumer<Throwable> failed;

  private Actions(ActionRules rules, ActionSink sink, Consumer<Throwable> failed) {
    this.rules = rules;
    this.sink = sink;
    this.failed = failed;
  }

  /** Starts to count, once, when the agent is ready. */
  public static void install(ActionRules rules, ActionSink sink, Consumer<Throwable> failed) {
    installed = new Actions(rules, sink, failed);
  }

  /** Whether a request can be an action at all. */
  public static boolean seeRequests() {
    Actions actions = installed;
    return actions != null && actions.rules.haveRoutes();
  }

  /** A request was answered. */
  public static void served(Context context, String method, String route, long status) {
    Actions actions = installed;
    if (actions == null) {
      return;
    }
    List<ServedAction> here = actions.rules.at(route);
    for (int i = 0; i < here.size(); i++) {
      if (here.get(i).is(method, status)) {
        actions.count(context, here.get(i).feature());
      }
    }
  }

  /** A log record or a span carries an event of this name. */
  public static void happened(Context context, @Nullable String event) {
    Actions actions = installed;
    if (actions == null || event == null) {
      return;
    }
    actions.count(context, actions.rules.of(event));
  }

  /**
   * A method has returned, on this thread, and thrown nothing.
   *
   * @param method class and name, {@code com.acme.Drafts.accept}
   */
  public static void returned(String method) {
    Actions actions = installed;
    if (actions != null) {
      actions.count(Context.current(), actions.rules.ofMethod(method));
    }
  }

  private void count(Context context, List<String> features) {
    for (int i = 0; i < features.size(); i++) {
      count(context, features.get(i));
    }
  }

  private void count(Context context, String feature) {
    try {
      sink.acted(context, feature);
    } catch (Throwable t) {
      failed.accept(t);
    }
  }
}
