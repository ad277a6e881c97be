package io.opentelemetry.javaagent.costspan.tap.apache5;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around every way to execute a request: with a host before it or without. */
public final class ExecuteAdvice {

  private ExecuteAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Object enter(
      @Advice.Argument(0) @Nullable Object first,
      @Advice.Argument(value = 1, optional = true) @Nullable Object second) {
    return Apache5Tap.begin(first, second);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class, inline = false)
  public static void exit(
      @Advice.Enter @Nullable Object sent, @Advice.Thrown @Nullable Throwable failure) {
    Apache5Tap.finish(sent, failure);
  }
}
