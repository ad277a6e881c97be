package io.costspan.testbed.provider;

import java.math.BigDecimal;

/**
 * What one answer cost, USD, exact.
 *
 * @param uncached what it would have cost had nothing been read from or written to a cache
 */
public record Bill(
    BigDecimal input,
    BigDecimal cacheRead,
    BigDecimal cacheWrite,
    BigDecimal output,
    BigDecimal uncached) {

  public BigDecimal total() {
    return input.add(cacheRead).add(cacheWrite).add(output);
  }
}
