package io.opentelemetry.javaagent.costspan.tap.bedrock;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** The handler of a stream of Converse. */
final class ConverseTeeHandler extends TeeHandler<ConverseStreamResponse, ConverseStreamOutput>
    implements ConverseStreamResponseHandler {

  ConverseTeeHandler(ConverseStreamResponseHandler handler, LlmCall call) {
    super(handler, call);
  }
}
