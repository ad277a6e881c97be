package io.opentelemetry.javaagent.costspan.tap.genai;

import net.bytebuddy.asm.Advice;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/** Before the SDK's retries: the chain that they run down, again and again, is ours around it. */
public final class GenaiAttemptsAdvice {

  private GenaiAttemptsAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToArguments(@Advice.AssignReturned.ToArguments.ToArgument(0))
  public static Interceptor.@Nullable Chain enter(@Advice.Argument(0) Interceptor.Chain chain) {
    return CountingChain.around(chain);
  }
}
