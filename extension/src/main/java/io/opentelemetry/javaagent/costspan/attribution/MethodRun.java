package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of a named method. It goes where the context goes that is current while it runs. */
public final class MethodRun {

  private static final ContextKey<MethodRun> KEY = ContextKey.named("costspan-method");

  private final String feature;
  private final int tenantArgument;
  private final @Nullable String tenant;
  private @Nullable Scope scope;

  private MethodRun(String feature, int tenantArgument, @Nullable String tenant) {
    this.feature = feature;
    this.tenantArgument = tenantArgument;
    this.tenant = tenant;
  }

  @SuppressWarnings("MustBeClosedChecker") // closed by end, from the exit advice
  static MethodRun begin(NamedMethod named, Object @Nullable [] arguments) {
    Context context = Context.current();
    MethodRun run = of(named, arguments, in(context));
    run.scope = context.with(KEY, run).makeCurrent();
    return run;
  }

  /** Who tells no tenant leaves it to whom it is called by. */
  private static MethodRun of(
      NamedMethod named, Object @Nullable [] arguments, @Nullable MethodRun outer) {
    int argument = named.tenantArgument();
    return argument == NamedMethod.NO_ARGUMENT && outer != null
        ? new MethodRun(named.feature(), outer.tenantArgument, outer.tenant)
        : new MethodRun(named.feature(), argument, text(arguments, argument));
  }

  /** The innermost that runs in a context; null when none does. */
  static @Nullable MethodRun in(Context context) {
    return context.get(KEY);
  }

  /** The context without one. */
  @SuppressWarnings("NullAway") // a context keeps a null as well as it keeps nothing
  static Context drop(Context context) {
    return in(context) == null ? context : context.with(KEY, null);
  }

  String feature() {
    return feature;
  }

  /** What the argument is of the innermost method that has one; null when it is another argument. */
  @Nullable
  String tenant(int argument) {
    return argument == tenantArgument ? tenant : null;
  }

  /** To be called once, on the thread where it began. */
  public void end() {
    if (scope != null) {
      scope.close();
    }
  }

  /** Of what is sure to be short and to have no side effects when it is made a text. */
  private static @Nullable String text(Object @Nullable [] arguments, int index) {
    if (arguments == null || index < 0 || index >= arguments.length) {
      return null;
    }
    Object value = arguments[index];
    boolean plain = value instanceof String
        || value instanceof Number
        || value instanceof UUID
        || value instanceof Enum;
    return plain ? PlainText.orNull(value.toString()) : null;
  }
}
