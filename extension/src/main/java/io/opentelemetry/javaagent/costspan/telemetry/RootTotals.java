package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.api.instrumenter.LocalRootSpan;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows on the span of the request that is being served what its calls cost so far. The spans are
 * held weakly: a request that is over leaves nothing here. Thread-safe.
 */
final class RootTotals implements Recorder {

  private final ConcurrentHashMap<RootReference, RequestTotal> totals = new ConcurrentHashMap<>();
  private final ReferenceQueue<Span> collected = new ReferenceQueue<>();
  private final Names names;

  RootTotals(Names names) {
    this.names = names;
  }

  @Override
  public String site() {
    return "rollup";
  }

  @Override
  public void record(FinishedCall call) {
    Span root = LocalRootSpan.fromContextOrNull(call.start().parent());
    if (root != null && root.isRecording() && root != call.span()) {
      total(root).add(call, root, names);
    }
  }

  /** Requests that are remembered. */
  int size() {
    forgetCollected();
    return totals.size();
  }

  private RequestTotal total(Span root) {
    RequestTotal known = totals.get(new RootReference(root, null));
    if (known != null) {
      return known;
    }
    forgetCollected();
    return totals.computeIfAbsent(new RootReference(root, collected), key -> new RequestTotal());
  }

  private void forgetCollected() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      totals.remove(gone);
    }
  }

  /** Equal when it is the same span; once that is collected, only to itself. */
  private static final class RootReference extends WeakReference<Span> {

    private final int hash;

    RootReference(Span root, @Nullable ReferenceQueue<Span> queue) {
      super(root, queue);
      this.hash = System.identityHashCode(root);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Span span = get();
      return span != null
          && other instanceof RootReference
          && ((RootReference) other).get() == span;
    }
  }
}
