package io.opentelemetry.javaagent.costspan.tap.genai;

import static java.util.Collections.singletonList;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Taps every HTTP call of google-genai over OkHttp, once per call: retries happen below this seam. */
@AutoService(InstrumentationModule.class)
public final class GenaiModule extends IsolatedModule {

  public GenaiModule() {
    super("costspan-genai", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
            GenaiSeam.overOkHttp(),
            GenaiSeam.sendsJson("request"),
            "io.opentelemetry.javaagent.costspan.tap.genai.OkHttpSyncAdvice")
        .and(
            GenaiSeam.sendsJson("asyncRequest"),
            "io.opentelemetry.javaagent.costspan.tap.genai.OkHttpAsyncAdvice"));
  }
}
