package io.opentelemetry.javaagent.costspan.tap.openai;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Learns the model of requests that are forms with a file in them, which nobody may read twice: from
 * the parameters of the method that makes them. Neither form nor answer can be asked.
 */
@AutoService(InstrumentationModule.class)
public final class OpenAiFormsModule extends IsolatedModule {

  private static final String BLOCKING = "com.openai.services.blocking.";
  private static final String ASYNC = "com.openai.services.async.";

  public OpenAiFormsModule() {
    super("costspan-openai-forms", "costspan-openai", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        namedOneOf(
            BLOCKING + "audio.TranscriptionServiceImpl$WithRawResponseImpl",
            BLOCKING + "audio.TranslationServiceImpl$WithRawResponseImpl",
            BLOCKING + "ImageServiceImpl$WithRawResponseImpl",
            ASYNC + "audio.TranscriptionServiceAsyncImpl$WithRawResponseImpl",
            ASYNC + "audio.TranslationServiceAsyncImpl$WithRawResponseImpl",
            ASYNC + "ImageServiceAsyncImpl$WithRawResponseImpl"),
        isPublic()
            .and(
                namedOneOf("create", "createStreaming", "edit", "editStreaming", "createVariation"))
            .and(takesArguments(2)),
        "io.opentelemetry.javaagent.costspan.tap.openai.OpenAiFormsAdvice"));
  }
}
