package io.costspan.smoke;

/**
 * What the spans of a provider's calls have in common.
 *
 * @param provider as {@code gen_ai.provider.name}
 * @param list whose list prices are paid, as entries of the price book begin
 * @param operation as {@code gen_ai.operation.name}, of what is no embedding
 * @param promptTooLong {@code error.type} of the scripted refusal with status 400
 * @param serverError {@code error.type} of the scripted refusal with status 500
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
    boolean opensWithInput,
    boolean tellsTier) {

  static final Vendor OPENAI = new Vendor(
      "openai", "openai", "chat", "context_length_exceeded", "server_error", false, true);

  static final Vendor AZURE_OPENAI = new Vendor(
      "azure.ai.openai", "openai", "chat", "context_length_exceeded", "server_error", false, true);

  static final Vendor AZURE_INFERENCE = new Vendor(
      "azure.ai.inference",
      "azure.ai.inference",
      "chat",
      "context_length_exceeded",
      "server_error",
      false,
      true);

  static final Vendor ANTHROPIC = new Vendor(
      "anthropic", "anthropic", "chat", "invalid_request_error", "api_error", true, false);
}
