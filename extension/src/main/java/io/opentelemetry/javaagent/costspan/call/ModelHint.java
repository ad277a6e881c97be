package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** The model of a request that does not let itself be read, for the calls below who knows it. */
public final class ModelHint {

  private static final ContextKey<String> KEY = ContextKey.named("costspan-model");

  private final Scope scope;

  private ModelHint(Scope scope) {
    this.scope = scope;
  }

  /** Holds on this thread, and where its context goes, until {@link #end()} on this thread. */
  @SuppressWarnings("MustBeClosedChecker") // closed by end, from the exit advice
  public static ModelHint of(String model) {
    return new ModelHint(Context.current().with(KEY, model).makeCurrent());
  }

  public void end() {
    scope.close();
  }

  /** The same in a context that is current nowhere; null for no model. */
  static Context within(Context context, @Nullable String model) {
    return model == null ? context : context.with(KEY, model);
  }

  static @Nullable String in(Context context) {
    return context.get(KEY);
  }
}
