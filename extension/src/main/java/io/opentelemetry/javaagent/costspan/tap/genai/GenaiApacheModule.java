package io.opentelemetry.javaagent.costspan.tap.genai;

import static java.util.Collections.singletonList;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Taps google-genai up to 1.7, which sends through Apache's client; asynchronous calls do too, on another thread. */
@AutoService(InstrumentationModule.class)
public final class GenaiApacheModule extends IsolatedModule {

  public GenaiApacheModule() {
    super("costspan-genai-apache", "costspan-genai", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        GenaiSeam.overApache(),
        GenaiSeam.sendsJson("request"),
        "io.opentelemetry.javaagent.costspan.tap.genai.ApacheSyncAdvice"));
  }
}
