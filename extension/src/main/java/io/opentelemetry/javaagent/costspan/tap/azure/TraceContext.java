package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.util.Context;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import org.jspecify.annotations.Nullable;

/**
 * The context in which azure-core hands its spans on: a value of its own contexts, which in
 * asynchronous calls is current on no thread. Where the agent traces azure-core, a call belongs
 * below the span in it, and the HTTP spans of the pipeline below the call.
 */
final class TraceContext {

  /** {@code Tracer.PARENT_TRACE_CONTEXT_KEY}, the same in every version. */
  private static final String KEY = "trace-context";

  private TraceContext() {}

  /** Null where azure-core is not traced. */
  static @Nullable Object of(Context azure) {
    return azure.getData(KEY).orElse(null);
  }

  static @Nullable Object of(HttpPipelineCallContext azure) {
    return azure.getData(KEY).orElse(null);
  }

  /** What to hand on while a call is sent; as it is where somebody else than the agent traces. */
  static Context with(LlmCall call, Context azure) {
    return LlmCalls.isContext(of(azure)) ? azure.addData(KEY, call.handOn()) : azure;
  }

  static void set(LlmCall call, HttpPipelineCallContext azure) {
    if (LlmCalls.isContext(of(azure))) {
      azure.setData(KEY, call.handOn());
    }
  }
}
