package io.opentelemetry.javaagent.costspan.tap.genai;

import static java.util.Collections.singletonList;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Says so, once, when neither {@link GenaiModule} nor {@link GenaiApacheModule} fits the SDK. */
@AutoService(InstrumentationModule.class)
public final class GenaiFitModule extends IsolatedModule {

  public GenaiFitModule() {
    super("costspan-genai-fit", "costspan-genai", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        GenaiSeam.overAnything(),
        GenaiSeam.sendsJson("request", "asyncRequest"),
        "io.opentelemetry.javaagent.costspan.tap.genai.GenaiFitAdvice"));
  }
}
