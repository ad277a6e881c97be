package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** The method that runs, if a setting names it: its feature, or an argument of it. */
final class MethodSource implements Source {

  private final int argument;

  /**
   * @param argument from 0, or {@link NamedMethod#NO_ARGUMENT} for the feature
   */
  MethodSource(int argument) {
    this.argument = argument;
  }

  @Override
  public String name() {
    return argument == NamedMethod.NO_ARGUMENT ? "method" : "method:" + argument;
  }

  @Override
  public @Nullable String read(Context context, @Nullable ServedRequest served, CallFields call) {
    MethodRun run = MethodRun.in(context);
    if (run == null) {
      return null;
    }
    return argument == NamedMethod.NO_ARGUMENT ? run.feature() : run.tenant(argument);
  }
}
