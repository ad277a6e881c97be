package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells what a reply said in the terms of {@code usage}. */
final class ReplyFacts {

  /** What may name an error, the best name first. */
  private static final ReplyText[] ERROR_NAMES = {
    ReplyText.ERROR_CODE, ReplyText.ERROR_TYPE, ReplyText.ERROR_NUMBER
  };

  private ReplyFacts() {}

  /**
   * The facts; the reply stays as it is.
   *
   * @param settled whether the counts that were read are the final ones
   */
  static ResponseFacts of(Reply reply, ReplyRules rules, boolean settled) {
    ResponseFacts.Builder facts = ResponseFacts.builder();
    tell(reply.text(ReplyText.ID), facts::id);
    tell(reply.text(ReplyText.MODEL), facts::model);
    tell(reply.text(ReplyText.SERVICE_TIER), facts::serviceTier);
    tell(reply.text(ReplyText.SPEED), facts::speed);
    tell(reply.text(ReplyText.INFERENCE_GEO), facts::region);
    tell(reply.text(ReplyText.IMAGE_SIZE), facts::imageSize);
    tell(reply.text(ReplyText.IMAGE_QUALITY), facts::imageQuality);
    tell(reply.text(ReplyText.LOCAL_SERVER), facts::localServer);
    tell(errorType(reply), facts::errorType);
    if (reply.choices().hasReasons()) {
      reply.choices().reasons().forEach(facts::finishReason);
    } else {
      tell(rules.finishReason(reply), facts::finishReason);
    }
    return facts.build(status(reply, rules, settled, facts.usage()));
  }

  private static UsageStatus status(
      Reply reply, ReplyRules rules, boolean settled, Usage.Builder counts) {
    reply.copyCountsTo(counts);
    if (reply.hasUsage()) {
      rules.includeParts(reply, counts);
      reply.runs().sumInto(counts);
      reply.charges().copyTo(counts);
    }
    UsageStatus status =
        settled && rules.hasTotals(reply, counts) ? UsageStatus.MEASURED : UsageStatus.PARTIAL;
    if (reply.hasUsage()) {
      reply.runs().copyTo(counts, status);
    }
    return status;
  }

  private static @Nullable String errorType(Reply reply) {
    if (!reply.isError()) {
      return null;
    }
    for (ReplyText name : ERROR_NAMES) {
      if (reply.text(name) != null) {
        return reply.text(name);
      }
    }
    return ResponseFacts.UNNAMED_ERROR;
  }

  private static void tell(@Nullable String value, Consumer<String> fact) {
    if (value != null) {
      fact.accept(value);
    }
  }
}
