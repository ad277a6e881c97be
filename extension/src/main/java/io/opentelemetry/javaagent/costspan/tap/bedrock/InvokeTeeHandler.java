package io.opentelemetry.javaagent.costspan.tap.bedrock;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;

/** The handler of a stream of a model that answers in its own format. */
final class InvokeTeeHandler
    extends TeeHandler<InvokeModelWithResponseStreamResponse, ResponseStream>
    implements InvokeModelWithResponseStreamResponseHandler {

  InvokeTeeHandler(InvokeModelWithResponseStreamResponseHandler handler, LlmCall call) {
    super(handler, call);
  }
}
