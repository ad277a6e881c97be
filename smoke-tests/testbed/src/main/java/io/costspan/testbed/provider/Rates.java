package io.costspan.testbed.provider;

import java.math.BigDecimal;

/** USD per million tokens of each kind. */
record Rates(
    BigDecimal input,
    BigDecimal cacheRead,
    BigDecimal cacheWrite5m,
    BigDecimal cacheWrite1h,
    BigDecimal output) {

  static Rates openAi(String input, String cacheRead, String output) {
    return anthropic(input, cacheRead, "0", "0", output);
  }

  static Rates anthropic(
      String input, String cacheRead, String write5m, String write1h, String output) {
    return new Rates(
        new BigDecimal(input),
        new BigDecimal(cacheRead),
        new BigDecimal(write5m),
        new BigDecimal(write1h),
        new BigDecimal(output));
  }

  Bill bill(Tokens tokens) {
    return new Bill(
        usd(tokens.uncachedInput(), input),
        usd(tokens.cacheRead(), cacheRead),
        usd(tokens.cacheWrite5m(), cacheWrite5m).add(usd(tokens.cacheWrite1h(), cacheWrite1h)),
        usd(tokens.output(), output),
        usd(tokens.input(), input).add(usd(tokens.output(), output)));
  }

  private static BigDecimal usd(long tokens, BigDecimal usdPerMillion) {
    return usdPerMillion.multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
  }
}
