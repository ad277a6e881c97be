package io.costspan.testbed.provider;

import org.jspecify.annotations.Nullable;

/**
 * One answered generation.
 *
 * @param responseId empty for embeddings, which have none
 * @param callNumber the call's limit of output tokens, -1 when it had none
 * @param reported how much of {@code tokens} the client could read
 * @param bill null when the model has no price here
 */
public record LedgerEntry(
    String responseId,
    Protocol protocol,
    long callNumber,
    String requestModel,
    String responseModel,
    String tier,
    Tokens tokens,
    Reported reported,
    @Nullable Bill bill) {}
