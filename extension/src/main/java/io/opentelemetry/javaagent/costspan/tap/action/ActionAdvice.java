package io.opentelemetry.javaagent.costspan.tap.action;

import io.opentelemetry.javaagent.costspan.action.Actions;
import net.bytebuddy.asm.Advice;

/** After a named method that threw nothing. */
public final class ActionAdvice {

  private ActionAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Origin("#t.#m") String method) {
    Actions.returned(method);
  }
}
