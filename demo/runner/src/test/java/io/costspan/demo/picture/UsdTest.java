package io.costspan.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UsdTest {
  @Test
  void showsEveryDigitAndNoExponent() {
    assertThat(Usd.of(new BigDecimal("1.6E-7"))).isEqualTo("$0.00000016");
    assertThat(Usd.of(new BigDecimal("1200"))).isEqualTo("$1200");
  }

  @Test
  void dropsZerosThatSayNothing() {
    assertThat(Usd.digits(new BigDecimal("0.0300"))).isEqualTo("0.03");
    assertThat(Usd.digits(new BigDecimal("0.00"))).isEqualTo("0");
  }

  @Test
  void takesADoubleForTheDecimalThatItPrintsAs() {
    // As binary fractions they would add up to 0.30000000000000001665...
    assertThat(Usd.exact(0.1).add(Usd.exact(0.2))).isEqualByComparingTo("0.3");
  }
}
