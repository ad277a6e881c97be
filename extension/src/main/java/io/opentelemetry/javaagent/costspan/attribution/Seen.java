package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where taps say what they see of who pays, on the thread where it happens. What the settings do not
 * name is neither read nor kept. Thread-safe.
 */
public final class Seen {

  private Seen() {}

  /**
   * An entry of the logging context was put.
   *
   * @param value null when it was removed
   */
  public static void mdc(@Nullable String key, @Nullable String value) {
    if (key != null && NamedFacts.inForce().has(Fact.MDC, key)) {
      tell(Fact.MDC, key, value);
    }
  }

  /**
   * The whole logging context is another one.
   *
   * @param entries null when it was cleared
   */
  public static void mdcReplaced(@Nullable Map<?, ?> entries) {
    List<String> keys = NamedFacts.inForce().names(Fact.MDC);
    for (int i = 0; i < keys.size(); i++) {
      tell(Fact.MDC, keys.get(i), text(entries == null ? null : entries.get(keys.get(i))));
    }
  }

  /** Entries were put beside the others. */
  public static void mdcAdded(Map<?, ?> entries) {
    List<String> keys = NamedFacts.inForce().names(Fact.MDC);
    for (int i = 0; i < keys.size(); i++) {
      if (entries.containsKey(keys.get(i))) {
        tell(Fact.MDC, keys.get(i), text(entries.get(keys.get(i))));
      }
    }
  }

  /**
   * Whether it would be news for whom the thread acts: to be asked before anybody else is asked for
   * it. Outside of what is served it always is; {@link #principalLeft} ends it there. Where only
   * claims are sources, whoever has some is news until there are any.
   */
  public static boolean lacksPrincipal() {
    ServedRequest served = ServedRequest.in(Context.current());
    return lacks(Fact.PRINCIPAL, served)
        || (!NamedFacts.inForce().isPrincipalAsked() && lacks(Fact.CLAIM, served));
  }

  /**
   * The same for who has logged in. It never is outside of what is served: nobody would say when it
   * ends, and the thread's next work may be somebody else's.
   */
  public static boolean lacksLogin() {
    ServedRequest served = ServedRequest.in(Context.current());
    return served != null && lacks(Fact.PRINCIPAL, served);
  }

  /** The same for what an accepted token says. */
  public static boolean lacksClaims() {
    ServedRequest served = ServedRequest.in(Context.current());
    return served != null && lacks(Fact.CLAIM, served);
  }

  /**
   * The application has authenticated somebody, or acts for somebody from now on. Where that is
   * somebody else than before, what a token said is about the other, and nobody's.
   */
  public static void principal(@Nullable String name) {
    if (name != null && NamedFacts.inForce().has(Fact.PRINCIPAL)) {
      ServedRequest served = ServedRequest.in(Context.current());
      String before = ThreadFacts.read(Fact.PRINCIPAL, Fact.UNNAMED, served);
      if (before != null && !before.equals(PlainText.orNull(name))) {
        disownClaims(served);
      }
      tell(Fact.PRINCIPAL, Fact.UNNAMED, name);
    }
  }

  private static void disownClaims(@Nullable ServedRequest served) {
    List<String> claims = NamedFacts.inForce().names(Fact.CLAIM);
    for (int i = 0; i < claims.size(); i++) {
      ThreadFacts.forget(Fact.CLAIM, claims.get(i));
      if (served != null) {
        served.offer(Fact.CLAIM, claims.get(i), null);
      }
    }
  }

  /**
   * The thread acts for nobody any more. The request does, wherever it goes on: it is what happens at
   * its end.
   */
  public static void principalLeft() {
    NamedFacts named = NamedFacts.inForce();
    if (named.has(Fact.PRINCIPAL)) {
      ThreadFacts.forget(Fact.PRINCIPAL, Fact.UNNAMED);
    }
    List<String> claims = named.names(Fact.CLAIM);
    for (int i = 0; i < claims.size(); i++) {
      ThreadFacts.forget(Fact.CLAIM, claims.get(i));
    }
  }

  /**
   * The application has accepted a token.
   *
   * @param claim looks up what the token says, by the name of the claim
   */
  public static void claims(Function<String, @Nullable Object> claim) {
    List<String> names = NamedFacts.inForce().names(Fact.CLAIM);
    for (int i = 0; i < names.size(); i++) {
      String value = Claims.text(claim, names.get(i));
      if (value != null) {
        tell(Fact.CLAIM, names.get(i), value);
      }
    }
  }

  /**
   * A method that the settings name begins, on this thread.
   *
   * @param method class and name, {@code com.acme.Copilot.draft}
   * @param arguments null when none is looked at
   * @return what is to be ended on this thread when the method does; null when none is named so
   */
  public static @Nullable MethodRun method(String method, Object @Nullable [] arguments) {
    NamedMethod named = NamedMethods.inForce().get(method);
    return named == null ? null : MethodRun.begin(named, arguments);
  }

  private static boolean lacks(Fact kind, @Nullable ServedRequest served) {
    List<String> names = NamedFacts.inForce().names(kind);
    for (int i = 0; served != null && i < names.size(); i++) {
      if (served.fact(kind, names.get(i)) != null) {
        return false;
      }
    }
    return !names.isEmpty();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static void tell(Fact kind, String name, @Nullable String value) {
    ServedRequest served = ServedRequest.in(Context.current());
    String text = PlainText.orNull(value);
    if (text == null) {
      ThreadFacts.remove(kind, name, served);
    } else {
      ThreadFacts.put(kind, name, text, served);
    }
  }
}
