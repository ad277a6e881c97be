package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.telemetry.CallTelemetry;
import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.wire.CallFields;
import io.opentelemetry.javaagent.costspan.wire.SocketProtocol;
import io.opentelemetry.javaagent.costspan.wire.StreamUsage;
import org.jspecify.annotations.Nullable;

/**
 * Where the taps enter. Everything here may be called from any thread, and nothing here throws: a
 * failure of ours is counted and the application's call goes on. Until {@link #install} there are
 * no calls.
 */
public final class LlmCalls {

  private static volatile @Nullable CallFactory factory;
  private static volatile @Nullable Failures failures;

  private static volatile @Nullable PendingStart pending;

  private LlmCalls() {}

  /** Switches the taps on, once, when the agent is ready. */
  public static void install(CallSettings settings, CallTelemetry telemetry, Failures installed) {
    failures = installed;
    factory = new CallFactory(settings, telemetry, installed);
    PendingStart start = pending;
    if (start != null) {
      start.release();
    }
  }

  /**
   * Runs what ends in {@link #install} on a thread of its own: the application begins meanwhile, and
   * only a call of its waits.
   */
  public static void installBeside(Runnable start) {
    PendingStart beside = new PendingStart(start);
    pending = beside;
    beside.begin();
  }

  /** Null where there are none, or none can be told. */
  private static @Nullable CallFactory factory() {
    CallFactory installed = factory;
    if (installed != null) {
      return installed;
    }
    try {
      return awaited();
    } catch (Throwable t) {
      failed("call", t);
      return null;
    }
  }

  /** Waits once: who has waited in vain does not have the next call wait too. */
  private static @Nullable CallFactory awaited() {
    PendingStart start = pending;
    if (start != null && !start.runsHere()) {
      start.await();
      pending = null;
    }
    return factory;
  }

  /** Whether calls are measured; waits until that is known. */
  static boolean areInstalled() {
    return factory() != null;
  }

  /** The JSON of a chat stream's request, asking for usage. */
  public static byte[] askingStreamUsage(byte[] json) {
    return StreamUsage.asked(json);
  }

  /** Whether a setting names something in that member of requests, which is nobody's otherwise. */
  public static boolean readsIn(String member) {
    return areInstalled() && CallFields.areReadIn(member);
  }

  /**
   * Whether a request of a general HTTP client may be a call, so that it is worth to look at it.
   * Allocates nothing.
   *
   * @param method HTTP method in upper case
   * @param url the whole URL
   */
  public static boolean mayBegin(String method, String url) {
    CallFactory installed = factory();
    try {
      return installed != null && installed.mayBegin(method, url);
    } catch (Throwable t) {
      failed("call", t);
      return false;
    }
  }

  /**
   * Whether a path leaves it open that a request is a call: to be asked first by who would have to
   * put the URL together for {@link #mayBegin}, and does not know the host apart. Allocates nothing.
   *
   * @param method HTTP method in upper case
   * @param path with or without a query
   */
  public static boolean mayBeginAt(String method, String path) {
    CallFactory installed = factory();
    try {
      return installed != null && installed.mayBeginAt(method, path);
    } catch (Throwable t) {
      failed("call", t);
      return false;
    }
  }

  /**
   * The same of a request whose URL is in parts; where the operator named endpoints, of which it
   * knows nothing, {@link #mayBegin} has the last word.
   *
   * @param method HTTP method in upper case
   * @param host empty when it is not known
   * @param port -1 when the URL names none
   * @param path with or without a query
   */
  public static boolean mayBeginAt(String method, String host, int port, String path) {
    CallFactory installed = factory();
    try {
      return installed != null && installed.mayBeginAt(method, host, port, path);
    } catch (Throwable t) {
      failed("call", t);
      return false;
    }
  }

  /**
   * Begins a call on the thread that is about to send it.
   *
   * @return null when the request is no LLM call, or is part of one that is still in transport
   */
  public static @Nullable LlmCall begin(WireRequest request) {
    return begin(request, null);
  }

  /**
   * The same for an SDK that hands on its context otherwise than by the thread.
   *
   * @param handedOn what the call belongs to; not looked at when it is no context of the agent's
   */
  public static @Nullable LlmCall begin(WireRequest request, @Nullable Object handedOn) {
    CallFactory installed = factory();
    if (installed == null) {
      return null;
    }
    try {
      Context caller = Context.current();
      Context parent = handedOn instanceof Context ? (Context) handedOn : caller;
      return installed.begin(request, caller, parent);
    } catch (Throwable t) {
      failed("call", t);
      return null;
    }
  }

  /**
   * A WebSocket is about to be opened, on this thread, until {@link SocketCalls#leaveThread()}.
   *
   * @return null when it carries no calls, or when a client further out is opening it
   */
  public static @Nullable SocketCalls connect(WireRequest upgrade) {
    CallFactory installed = factory();
    if (installed == null) {
      return null;
    }
    try {
      SocketProtocol protocol = SocketProtocol.of(upgrade.path());
      return protocol == null || !installed.mayConnect(upgrade)
          ? null
          : SocketCalls.enter(protocol, upgrade, installed);
    } catch (Throwable t) {
      failed("call", t);
      return null;
    }
  }

  /** What is current on this thread, to be handed to {@link #begin(WireRequest, Object)} later. */
  public static Object context() {
    return Context.current();
  }

  /**
   * Whether what an SDK hands on is a context of the agent's. Taps cannot ask: they name no type of
   * OpenTelemetry, whose packages are others in the agent.
   */
  public static boolean isContext(@Nullable Object handedOn) {
    return handedOn instanceof Context;
  }

  /**
   * One attempt of a call is about to be sent, on this thread. The first is found by the context;
   * the SDKs' retries run on a timer where the context is lost, and are found by the body that all
   * attempts of a request share.
   *
   * @param body the attempt's request body, compared by identity; null when it has none
   * @return what to end on this thread when the client returns; null when this is no attempt of a
   *     call, or is one that a client further out has begun
   */
  public static @Nullable Attempt attempt(@Nullable Object body) {
    CallFactory installed = factory();
    if (installed == null || body == null) {
      return null;
    }
    try {
      return installed.attempts().begin(body, Context.current());
    } catch (Throwable t) {
      failed("call", t);
      return null;
    }
  }

  /** Calls whose attempts are looked for: bounded by those in transport. */
  static int rememberedAttempts() {
    CallFactory installed = factory();
    return installed == null ? 0 : installed.attempts().size();
  }

  /**
   * The process ends. Calls that are under way end as far as they came, as if they had been dropped;
   * what still comes of them is not looked at.
   */
  public static void reapAll() {
    CallFactory installed = factory();
    if (installed != null) {
      installed.reapAll();
    }
  }

  /** Counts a failure of ours, to be called by what catches it. */
  public static void failed(String site, Throwable failure) {
    Failures installed = failures;
    if (installed != null) {
      installed.count(site, failure);
    }
  }
}
