package io.costspan.smoke;

import org.jspecify.annotations.Nullable;

/**
 * What the spans of a provider's calls have in common.
 *
 * @param provider as {@code gen_ai.provider.name}
 * @param list whose list prices are paid, as entries of the price book begin; empty for nobody's
 * @param operation as {@code gen_ai.operation.name}, of what is no embedding
 * @param promptTooLong {@code error.type} of the scripted refusal with status 400
 * @param serverError {@code error.type} of the scripted refusal with status 500
 * @param streamEnd {@code llm.stream.end} of a stream that was read to its end: {@code eof} where
 *     the protocol has no last event
 * @param opensWithInput whether a stream begins with the input counts, so that one that is cut off
 *     has told them
 * @param tellsTier whether the tier that served is an attribute
 */
record Vendor(
    String provider,
    String list,
    String operation,
    String promptTooLong,
    String serverError,
    String streamEnd,
    boolean opensWithInput,
    boolean tellsTier) {

  static final Vendor OPENAI = openAi("openai", "openai");

  static final Vendor AZURE_OPENAI = openAi("azure.ai.openai", "openai");

  static final Vendor AZURE_INFERENCE = openAi("azure.ai.inference", "azure.ai.inference");

  static final Vendor ANTHROPIC = new Vendor(
      "anthropic",
      "anthropic",
      "chat",
      "invalid_request_error",
      "api_error",
      "complete",
      true,
      false);

  static final Vendor GEMINI = google("gcp.gemini");

  static final Vendor VERTEX = google("gcp.vertex_ai");

  static final Vendor COHERE =
      new Vendor("cohere", "cohere", "chat", "400", "500", "complete", false, false);

  static final Vendor DASHSCOPE = new Vendor(
      "dashscope", "dashscope", "chat", "InvalidParameter", "InternalError", "eof", true, false);

  static final Vendor BEDROCK = bedrock(false);

  /** Claude, for most of it: its streams open as Anthropic's do. */
  static final Vendor BEDROCK_INVOKE = bedrock(true);

  private static Vendor bedrock(boolean opensWithInput) {
    return new Vendor(
        "aws.bedrock",
        "aws.bedrock",
        "chat",
        "ValidationException",
        "InternalServerException",
        "complete",
        opensWithInput,
        false);
  }

  /** Runs on one's own hardware: nobody has a price for it. */
  static final Vendor OLLAMA =
      new Vendor("ollama", "", "chat", "400", "500", "complete", false, false);

  private static Vendor openAi(String provider, String list) {
    return new Vendor(
        provider, list, "chat", "context_length_exceeded", "server_error", "complete", false, true);
  }

  private static Vendor google(String provider) {
    return new Vendor(
        provider, provider, "generate_content", "INVALID_ARGUMENT", "INTERNAL", "eof", true, false);
  }

  /**
   * {@code error.type} of a stream that the SDK gives up at an event that is not JSON; null where it
   * leaves that to the application, which may read on.
   */
  @Nullable
  String unreadableEvent() {
    return equals(BEDROCK)
        ? "software.amazon.awssdk.thirdparty.jackson.core.io.JsonEOFException"
        : null;
  }
}
