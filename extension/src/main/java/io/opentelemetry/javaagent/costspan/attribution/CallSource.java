package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** What the application told the provider about its user. */
final class CallSource implements Source {

  private final String field;

  CallSource(String field) {
    this.field = field;
  }

  @Override
  public String name() {
    return "call:" + field;
  }

  @Override
  public @Nullable String read(Context context, @Nullable ServedRequest served, CallFields call) {
    return call.field(field);
  }
}
