package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What becomes known about one request, message or job while it is being served. It lives in the
 * context and goes wherever that goes: executors, Reactor, virtual threads. It takes only what the
 * settings name, and of that a bounded amount. Thread-safe and lock-free.
 */
public final class ServedRequest {

  private static final ContextKey<ServedRequest> KEY = ContextKey.named("costspan-served-request");

  /** More than anybody names; the rest is not taken. */
  static final int MAX_FACTS = 32;

  private final NamedFacts named = NamedFacts.inForce();
  private final @Nullable ServedRequest outer;
  private final Baggage inboundBaggage;
  private final boolean isMessage;
  private final boolean isBaggageLeft;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  private ServedRequest(
      @Nullable ServedRequest outer,
      Baggage inboundBaggage,
      boolean isMessage,
      boolean isBaggageLeft) {
    this.outer = outer;
    this.inboundBaggage = inboundBaggage;
    this.isMessage = isMessage;
    this.isBaggageLeft = isBaggageLeft;
  }

  /** The one that is being served in a context; null when there is none. */
  public static @Nullable ServedRequest in(Context context) {
    return context.get(KEY);
  }

  /**
   * The context in which a request is served that begins in the given one. Of nested servers, a
   * servlet in Netty for one, all serve the request of the outermost.
   */
  public static Context begin(Context context) {
    boolean nested = in(context) != null && !isLocalRoot(context);
    return nested
        ? context
        : context.with(KEY, new ServedRequest(null, Baggage.fromContext(context), false, false));
  }

  /**
   * The same for a message, which has facts of its own wherever it begins: those that are offered to
   * it are not seen outside of it, and hide those of the same name outside. It is no part of another
   * message: a loop that was left in the middle leaves the context of the last one on its thread.
   */
  static Context beginMessage(Context context) {
    Baggage inbound = Baggage.fromContext(context);
    boolean isLeft = false;
    ServedRequest outer = outerOf(context);
    while (outer != null && outer.isMessage) {
      isLeft |= inbound == outer.inboundBaggage;
      outer = outer.outer;
    }
    return context.with(KEY, new ServedRequest(outer, inbound, true, isLeft));
  }

  /** The same for a job, with which no baggage comes into the process. */
  static Context beginJob(Context context) {
    ServedRequest outer = outerOf(context);
    Baggage inbound = outer == null ? Baggage.empty() : outer.inboundBaggage;
    return context.with(KEY, new ServedRequest(outer, inbound, false, false));
  }

  /** What came into the process with it. */
  Baggage inboundBaggage() {
    return inboundBaggage;
  }

  /** Whether the baggage is that of the message before, which the context still has. */
  boolean isLeftBehind(Baggage baggage) {
    return isBaggageLeft && baggage == inboundBaggage;
  }

  /**
   * Takes a fact, in the place of what was known under its name.
   *
   * @param name as the settings spell it; what they do not name is not taken
   * @param value of any length and content, made {@link PlainText} here; null when it is no longer
   *     so, whatever is known around it
   */
  public void offer(Fact kind, String name, @Nullable String value) {
    if (!named.has(kind, name)) {
      return;
    }
    String text = PlainText.orNull(value);
    boolean isNoMore = text == null && (outer == null || outer.fact(kind, name) == null);
    Known before;
    Known after;
    do {
      before = known.get();
      Known others = Known.without(before, kind, name);
      after = isNoMore ? others : Known.with(others, kind, name, text);
    } while (before != after && !known.compareAndSet(before, after));
  }

  /** What is known, here or around it; null when nothing is. Allocates nothing. */
  public @Nullable String fact(Fact kind, String name) {
    for (ServedRequest request = this; request != null; request = request.outer) {
      Known entry = Known.find(request.known.get(), kind, name);
      if (entry != null) {
        return entry.value;
      }
    }
    return null;
  }

  /** Whether this is the other, or a part of it. */
  boolean isIn(@Nullable ServedRequest other) {
    for (ServedRequest request = this; request != null; request = request.outer) {
      if (request == other) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable ServedRequest outerOf(Context context) {
    return isLocalRoot(context) ? null : in(context);
  }

  private static boolean isLocalRoot(Context context) {
    SpanContext parent = Span.fromContext(context).getSpanContext();
    return !parent.isValid() || parent.isRemote();
  }

  /** An immutable list of facts; one without a value hides what is known around it. */
  private static final class Known {

    private final Fact kind;
    private final String name;
    private final @Nullable String value;
    private final @Nullable Known next;
    private final int size;

    private Known(Fact kind, String name, @Nullable String value, @Nullable Known next) {
      this.kind = kind;
      this.name = name;
      this.value = value;
      this.next = next;
      this.size = next == null ? 1 : next.size + 1;
    }

    static @Nullable Known find(@Nullable Known list, Fact kind, String name) {
      for (Known entry = list; entry != null; entry = entry.next) {
        if (entry.kind == kind && entry.name.equals(name)) {
          return entry;
        }
      }
      return null;
    }

    static @Nullable Known with(
        @Nullable Known list, Fact kind, String name, @Nullable String value) {
      boolean full = list != null && list.size >= MAX_FACTS;
      return full ? list : new Known(kind, name, value, list);
    }

    /** The same list when the fact is not in it. */
    static @Nullable Known without(@Nullable Known list, Fact kind, String name) {
      if (find(list, kind, name) == null) {
        return list;
      }
      Known rest = null;
      for (Known entry = list; entry != null; entry = entry.next) {
        boolean goes = entry.kind == kind && entry.name.equals(name);
        rest = goes ? rest : new Known(entry.kind, entry.name, entry.value, rest);
      }
      return rest;
    }
  }
}
