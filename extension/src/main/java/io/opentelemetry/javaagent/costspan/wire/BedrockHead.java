package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.METERED_INPUT;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.METERED_OUTPUT;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ERROR_CODE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.SERVICE_TIER;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What Bedrock says in the heads of its responses, whatever the vendor's body says or leaves out. */
final class BedrockHead {

  /** {@code ThrottlingException:http://internal.amazon.com/...}, the part behind the colon at times. */
  private static final String ERROR_TYPE = "x-amzn-ErrorType";

  private static final String INPUT_TOKENS = "X-Amzn-Bedrock-Input-Token-Count";
  private static final String OUTPUT_TOKENS = "X-Amzn-Bedrock-Output-Token-Count";
  private static final String TIER = "X-Amzn-Bedrock-Service-Tier";
  private static final String LATENCY = "X-Amzn-Bedrock-PerformanceConfig-Latency";

  private BedrockHead() {}

  static void read(UnaryOperator<@Nullable String> header, Reply reply) {
    String error = header.apply(ERROR_TYPE);
    if (error != null) {
      int colon = error.indexOf(':');
      reply.errorBegins();
      into(ERROR_CODE).accept(reply, colon < 0 ? error : error.substring(0, colon));
    }
    tell(header.apply(INPUT_TOKENS), METERED_INPUT, reply);
    tell(header.apply(OUTPUT_TOKENS), METERED_OUTPUT, reply);
    String tier = header.apply(TIER);
    if (tier != null) {
      into(SERVICE_TIER).accept(reply, tier);
    }
    String latency = header.apply(LATENCY);
    if (latency != null) {
      BedrockTables.latency(reply, latency);
    }
  }

  private static void tell(@Nullable String tokens, ReplyNumber number, Reply reply) {
    BigDecimal count = tokens == null ? null : DecimalText.parse(tokens);
    if (count != null && count.signum() >= 0 && count.scale() <= 0 && count.precision() < 16) {
      into(number).accept(reply, count.longValue());
      reply.usageEnds();
    }
  }
}
