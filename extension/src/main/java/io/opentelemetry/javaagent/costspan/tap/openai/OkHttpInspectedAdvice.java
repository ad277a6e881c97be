package io.opentelemetry.javaagent.costspan.tap.openai;

import io.opentelemetry.javaagent.costspan.call.AgentParts;
import java.util.List;
import net.bytebuddy.asm.Advice;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/** After a client told its network interceptors, as it does for each call. */
public final class OkHttpInspectedAdvice {

  private OkHttpInspectedAdvice() {}

  /** Null leaves the list as it is. */
  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToReturned
  public static @Nullable List<Interceptor> exit(@Advice.Return List<Interceptor> interceptors) {
    return AgentParts.areHidden() ? AgentParts.without(interceptors) : null;
  }
}
