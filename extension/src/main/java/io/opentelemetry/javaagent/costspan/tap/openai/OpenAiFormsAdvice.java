package io.opentelemetry.javaagent.costspan.tap.openai;

import io.opentelemetry.javaagent.costspan.call.ModelHint;
import io.opentelemetry.javaagent.costspan.tap.seam.Accessor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around a method that sends a form: its model is known to what it calls. */
public final class OpenAiFormsAdvice {

  /** A handful: one for each kind of parameters. */
  private static final Map<Class<?>, Accessor> MODELS = new ConcurrentHashMap<>();

  private OpenAiFormsAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable ModelHint enter(@Advice.Argument(0) Object parameters) {
    Object model = MODELS
        .computeIfAbsent(parameters.getClass(), type -> Accessor.of(type, "model"))
        .read(parameters);
    return model == null ? null : ModelHint.of(model.toString());
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Enter @Nullable ModelHint hint) {
    if (hint != null) {
      hint.end();
    }
  }
}
