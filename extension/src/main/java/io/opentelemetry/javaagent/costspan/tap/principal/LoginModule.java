package io.opentelemetry.javaagent.costspan.tap.principal;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static java.util.Arrays.asList;
import static net.bytebuddy.matcher.ElementMatchers.declaresMethod;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.CostspanSettings;
import io.opentelemetry.javaagent.costspan.config.SourceKind;
import io.opentelemetry.javaagent.costspan.tap.seam.NamedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.security.Principal;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Sees whom a servlet container has logged in, and whom a request names when the application asks.
 * We do not ask: some requests would look it up for us, in a session or a directory, and would not
 * for the application. Names no class of a container, so that it fits every version.
 */
@AutoService(InstrumentationModule.class)
public final class LoginModule extends NamedModule {

  private static final String HERE = "io.opentelemetry.javaagent.costspan.tap.principal.";

  private static final ElementMatcher.Junction<MethodDescription> USER =
      named("getUserPrincipal").and(isPublic()).and(takesArguments(0));

  public LoginModule() {
    super("costspan-principal-login", "costspan-principal", "costspan");
  }

  @Override
  protected boolean isNamed() {
    return CostspanSettings.ofAgent().readsFrom(SourceKind.PRINCIPAL);
  }

  @Override
  protected List<TypeInstrumentation> seams() {
    return asList(
        new SeamInstrumentation(
            "org.apache.catalina.connector.Request",
            named("setUserPrincipal").and(takesArguments(Principal.class)),
            HERE + "LoginAdvice"),
        // Jetty 9 to 11.
        new SeamInstrumentation(
            "org.eclipse.jetty.server.Request",
            named("setAuthentication").and(takesArguments(1)),
            HERE + "LoginAdvice"),
        // Jetty 12.
        new SeamInstrumentation(
            "org.eclipse.jetty.security.AuthenticationState",
            named("setAuthenticationState")
                .and(takesArguments(2))
                .and(takesArgument(1, named("org.eclipse.jetty.security.AuthenticationState"))),
            HERE + "StateAdvice"),
        new SeamInstrumentation(
            "io.undertow.security.impl.AbstractSecurityContext",
            named("authenticationComplete")
                .and(takesArgument(0, named("io.undertow.security.idm.Account"))),
            HERE + "LoginAdvice"),
        new SeamInstrumentation(
            // Few classes have the method; only of those the parents are looked at.
            declaresMethod(USER)
                .and(implementsInterface(namedOneOf(
                    "javax.servlet.http.HttpServletRequest",
                    "jakarta.servlet.http.HttpServletRequest"))),
            USER,
            HERE + "AskedAdvice"));
  }
}
