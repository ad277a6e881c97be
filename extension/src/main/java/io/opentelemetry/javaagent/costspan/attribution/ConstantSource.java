package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** The same value for every call: of a setting, or of the process's resource. */
final class ConstantSource implements Source {

  private final String name;
  private final @Nullable String value;

  ConstantSource(String name, @Nullable String value) {
    this.name = name;
    this.value = value;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable String read(Context context, @Nullable ServedRequest served, CallFields call) {
    return value;
  }
}
