package io.opentelemetry.javaagent.costspan.tap.genai;

import static net.bytebuddy.matcher.ElementMatchers.declaresMethod;
import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Where google-genai is tapped. An application may have Apache's client on its class path with
 * either transport, so the SDK's class itself has to tell which one it sends through.
 */
final class GenaiSeam {

  private static final String CLIENT = "com.google.genai.HttpApiClient";

  private GenaiSeam() {}

  static ElementMatcher<TypeDescription> overAnything() {
    return named(CLIENT);
  }

  static ElementMatcher<TypeDescription> overApache() {
    return named(CLIENT).and(declaresMethod(takesApacheRequest()));
  }

  static ElementMatcher<TypeDescription> overOkHttp() {
    return named(CLIENT).and(not(declaresMethod(takesApacheRequest())));
  }

  /**
   * The overload that sends JSON: method, path, body, options. The one with bytes uploads files. A
   * bridge would be passed on the way to the real method.
   */
  static ElementMatcher<MethodDescription> sendsJson(String... names) {
    return ElementMatchers.<MethodDescription>namedOneOf(names)
        .and(takesArguments(4))
        .and(takesArgument(2, String.class))
        .and(not(isBridge()));
  }

  private static ElementMatcher<MethodDescription> takesApacheRequest() {
    return takesArgument(0, nameStartsWith("org.apache.http."));
  }
}
