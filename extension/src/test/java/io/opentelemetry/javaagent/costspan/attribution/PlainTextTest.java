package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void keepsWhatIsFitAlready() {
    String value = new String("acme GmbH & Co. ÄÖ€");

    assertThat(PlainText.orNull(value)).isSameAs(value);
  }

  @Test
  void takesControlCharactersOut() {
    assertThat(PlainText.orNull("ac\r\nme\u0000\u007f\u0085!")).isEqualTo("acme!");
  }

  @Test
  void takesBlanksAroundItOff() {
    assertThat(PlainText.orNull(" \n acme \t ")).isEqualTo("acme");
  }

  @Test
  void isNothingWhenNothingIsLeft() {
    assertThat(PlainText.orNull("")).isNull();
    assertThat(PlainText.orNull(" \n\t ")).isNull();
    assertThat(PlainText.orNull(null)).isNull();
  }

  @Test
  void isAtMost128Chars() {
    assertThat(PlainText.orNull("x".repeat(128))).hasSize(128);
    assertThat(PlainText.orNull("x".repeat(129))).hasSize(128);
    assertThat(PlainText.orNull("\n" + "x".repeat(1_000))).isEqualTo("x".repeat(128));
  }

  @Test
  void neverCutsACharacterInHalf() {
    String astral = "😀";

    assertThat(PlainText.orNull("x".repeat(127) + astral)).isEqualTo("x".repeat(127));
    assertThat(PlainText.orNull("\n" + "x".repeat(127) + astral)).isEqualTo("x".repeat(127));
    assertThat(PlainText.orNull("x".repeat(126) + astral + "y"))
        .endsWith(astral)
        .hasSize(128);
  }
}
