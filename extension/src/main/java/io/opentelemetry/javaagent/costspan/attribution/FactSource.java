package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A fact about the request, message or job that is being served. */
final class FactSource implements Source {

  private final Fact kind;
  private final String fact;
  private final String name;

  FactSource(Fact kind, String fact) {
    this.kind = kind;
    this.fact = fact;
    String spelled = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.name = fact.isEmpty() ? spelled : spelled + ':' + fact;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable String read(Context context, @Nullable ServedRequest served, CallFields call) {
    String told = kind.isToldToThreads() ? ThreadFacts.read(kind, fact, served) : null;
    // What is no call may be the request's end, when its thread has cleaned up.
    boolean onlyThreads = kind.isToldToThreads() && call != CallFields.NONE;
    return told != null || onlyThreads || served == null ? told : served.fact(kind, fact);
  }

  @Override
  public void nameFacts(NamedFacts.Builder named) {
    named.add(kind, fact);
  }
}
