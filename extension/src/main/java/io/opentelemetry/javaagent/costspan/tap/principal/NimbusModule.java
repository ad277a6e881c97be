package io.opentelemetry.javaagent.costspan.tap.principal;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.CostspanSettings;
import io.opentelemetry.javaagent.costspan.config.SourceKind;
import io.opentelemetry.javaagent.costspan.tap.seam.NamedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Sees the claims of tokens that Nimbus JOSE has verified. */
@AutoService(InstrumentationModule.class)
public final class NimbusModule extends NamedModule {

  public NimbusModule() {
    super("costspan-principal-nimbus", "costspan-principal", "costspan");
  }

  @Override
  protected boolean isNamed() {
    return CostspanSettings.ofAgent().readsFrom(SourceKind.CLAIM);
  }

  @Override
  protected List<TypeInstrumentation> seams() {
    return singletonList(new SeamInstrumentation(
        "com.nimbusds.jwt.proc.DefaultJWTProcessor",
        named("process").and(isPublic()).and(returns(named("com.nimbusds.jwt.JWTClaimsSet"))),
        "io.opentelemetry.javaagent.costspan.tap.principal.NimbusAdvice"));
  }
}
