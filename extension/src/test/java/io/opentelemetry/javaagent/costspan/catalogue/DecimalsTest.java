package io.opentelemetry.javaagent.costspan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "3.0000000000000004e-07, 0.0000003",
    "2.9999900000000002e-06, 0.00000299999",
    "0.30000000000000004, 0.3",
    "0.123456789012500, 0.123456789012", // half, to the even digit
    "0.123456789013500, 0.123456789014",
    "1.5e-07, 0.00000015",
  })
  void roundsTheArtefactsOfDoublesAway(String written, String expected) {
    assertThat(Decimals.tidy(Decimals.parse(written))).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"5, 5.00", "0.5, 0.50", "0.075, 0.075", "1E+2, 100.00", "1.50E-7, 0.00000015"})
  void writesPlainDecimals(String written, String expected) {
    assertThat(Decimals.plain(new BigDecimal(written))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "1e-999999999",
        "1e61",
        "1e-61",
        "1e99999999999",
        "x",
        "",
        "NaN",
        "0x10",
        "11111111111111111111111111111111111111111111111111111111111111111"
      })
  void refusesWhatNoPriceIs(String written) {
    assertThatThrownBy(() -> Decimals.parse(written)).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void aRateHasNineDigitsBeforeAndEighteenAfterThePoint() {
    assertThat(Decimals.isRate(new BigDecimal("999999999"))).isTrue();
    assertThat(Decimals.isRate(new BigDecimal("1000000000"))).isFalse();
    assertThat(Decimals.isRate(new BigDecimal("1e-18"))).isTrue();
    assertThat(Decimals.isRate(new BigDecimal("1e-19"))).isFalse();
    assertThat(Decimals.isRate(BigDecimal.ZERO)).isFalse();
    assertThat(Decimals.isRate(new BigDecimal("-1"))).isFalse();
  }
}
