package io.opentelemetry.javaagent.costspan.attribution;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What this thread was told last, and while what was served. A logging context belongs to a thread
 * and stays on it when nobody removes it, so that a fact of another request is none of this one's.
 * Holds what the settings name, of bounded length; a request that is over is not held.
 */
final class ThreadFacts {

  private static final ThreadLocal<ThreadFacts> HERE = new ThreadLocal<>();

  private final Fact kind;
  private final String name;
  private final @Nullable ThreadFacts next;

  /** Null after a removal: this thread says that there is none. */
  private @Nullable String value;

  /** Null when nothing was served. What is a part of it, as a message of a job is, may see it too. */
  private @Nullable Reference<ServedRequest> during;

  /** Whether the thread came to it by itself, and has not been handed what the request knew. */
  private boolean own;

  private ThreadFacts(Fact kind, String name, @Nullable ThreadFacts next) {
    this.kind = kind;
    this.name = name;
    this.next = next;
  }

  /**
   * This thread's own word if it is about what is served, else the request's. Of a logging context else
   * what the thread was told while nothing was served: when it started, for one.
   */
  static @Nullable String read(Fact kind, String name, @Nullable ServedRequest served) {
    ThreadFacts here = find(kind, name);
    if (here != null && here.isAbout(served)) {
      return here.value;
    }
    String known = served == null ? null : served.fact(kind, name);
    boolean mayStay = known == null && kind == Fact.MDC;
    return mayStay && here != null && here.during == null ? here.value : known;
  }

  /** Both the thread and what is served, if anything is, know it from now on. */
  static void put(Fact kind, String name, String text, @Nullable ServedRequest served) {
    ThreadFacts here = find(kind, name);
    if (here == null) {
      here = new ThreadFacts(kind, name, HERE.get());
      HERE.set(here);
    }
    boolean handed = served != null && text.equals(served.fact(kind, name));
    here.own = !handed || (here.own && here.isAbout(served));
    here.value = text;
    here.during = served == null ? null : new WeakReference<>(served);
    if (served != null && !handed) {
      served.offer(kind, name, text);
    }
  }

  /**
   * The thread knows it no longer. What is served does, for the threads that go on with it. A thread
   * that was only handed it is again as it was.
   */
  static void remove(Fact kind, String name, @Nullable ServedRequest served) {
    ThreadFacts here = find(kind, name);
    if (here != null && here.own && here.isAbout(served)) {
      here.value = null;
    } else {
      forget(kind, name);
    }
  }

  /** The thread is as it was before it was told. */
  static void forget(Fact kind, String name) {
    ThreadFacts here = find(kind, name);
    if (here != null) {
      here.value = null;
      here.during = null;
    }
  }

  private boolean isAbout(@Nullable ServedRequest served) {
    return served == null ? during == null : during != null && served.isIn(during.get());
  }

  private static @Nullable ThreadFacts find(Fact kind, String name) {
    for (ThreadFacts fact = HERE.get(); fact != null; fact = fact.next) {
      if (fact.kind == kind && fact.name.equals(name)) {
        return fact;
      }
    }
    return null;
  }
}
