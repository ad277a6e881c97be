package io.opentelemetry.javaagent.costspan.tap.principal;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.CostspanSettings;
import io.opentelemetry.javaagent.costspan.config.SourceKind;
import io.opentelemetry.javaagent.costspan.tap.seam.NamedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Sees the claims of tokens that JJWT has verified. */
@AutoService(InstrumentationModule.class)
public final class JjwtModule extends NamedModule {

  public JjwtModule() {
    super("costspan-principal-jjwt", "costspan-principal", "costspan");
  }

  @Override
  protected boolean isNamed() {
    return CostspanSettings.ofAgent().readsFrom(SourceKind.CLAIM);
  }

  @Override
  protected List<TypeInstrumentation> seams() {
    return singletonList(new SeamInstrumentation(
        "io.jsonwebtoken.impl.DefaultJwtParser",
        named("parse").and(isPublic()).and(takesArguments(1)),
        "io.opentelemetry.javaagent.costspan.tap.principal.JjwtAdvice"));
  }
}
