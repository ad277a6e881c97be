package io.opentelemetry.javaagent.costspan.tap.openai;

import io.opentelemetry.javaagent.costspan.call.AgentParts;
import net.bytebuddy.asm.Advice;

/** Around the method that looks at an HTTP client before it opens a WebSocket over it. */
public final class OpenAiInspectionAdvice {

  private OpenAiInspectionAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static void enter() {
    AgentParts.hide();
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit() {
    AgentParts.show();
  }
}
