package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.telemetry.StreamEnd;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends the calls that the application dropped: a response that it did not read
 * to its end and did not close. Works on
 * what the garbage collector finds unreachable, so a slow reader is never cut off.
 */
final class Reaper {

  private final ReferenceQueue<LlmCall> dropped = new ReferenceQueue<>();
  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

  private final Failures failures;

  Reaper(Failures failures) {
    this.failures = failures;
    Thread thread = new Thread(this::reapForever, "costspan-reaper");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  /** Watches a call until it is stopped or the application has let go of it. */
  Watch watch(LlmCall call, Observed state) {
    Watch watch = new Watch(call, state, dropped, watches);
    watches.add(watch);
    return watch;
  }

  /** The process ends: nobody will be there to end the calls that are under way. */
  void reapAll() {
    for (Watch watch : watches) {
      try {
        watch.reap();
      } catch (Throwable t) {
        failures.count("call", t);
      }
    }
  }

  /** Survives what is thrown at it: without it, dropped calls would be held for ever. */
  private void reapForever() {
    while (true) {
      try {
        ((Watch) dropped.remove()).reap();
      } catch (InterruptedException e) {
        // By whoever interrupts every thread that it finds; nobody has a reason to stop this one.
      } catch (Throwable t) {
        failures.count("call", t);
      }
    }
  }

  /** Keeps the state of a call, and not the call itself, reachable. */
  static final class Watch extends PhantomReference<LlmCall> {

    private final Observed state;
    private final Set<Watch> watches;

    Watch(LlmCall call, Observed state, ReferenceQueue<LlmCall> dropped, Set<Watch> watches) {
      super(call, dropped);
      this.state = state;
      this.watches = watches;
    }

    void stop() {
      watches.remove(this);
      clear();
    }

    private void reap() {
      watches.remove(this);
      state.end(StreamEnd.REAPED, null);
    }
  }
}
