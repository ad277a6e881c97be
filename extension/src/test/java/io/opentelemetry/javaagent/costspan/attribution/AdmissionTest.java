package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AdmissionTest {

  @Test
  void admitsAllWhenNothingIsAsked() {
    assertThat(Admission.ofAll().admit("anybody")).isEqualTo("anybody");
  }

  @Test
  void admitsThoseThatAreListed() {
    Admission admission = Admission.of(List.of("acme"), null);

    assertThat(admission.admit("acme")).isEqualTo("acme");
    assertThat(admission.admit("Acme")).isEqualTo("invalid");
    assertThat(admission.refused()).isEqualTo(1);
  }

  @Test
  void admitsThoseWhoseWholeNameMatches() {
    Admission admission = Admission.of(List.of(), Pattern.compile("[a-z]+"));

    assertThat(admission.admit("acme")).isEqualTo("acme");
    assertThat(admission.admit("acme1")).isEqualTo("invalid");
    assertThat(admission.admit("acme1")).isEqualTo("invalid");
    assertThat(admission.refused()).isEqualTo(2);
  }

  @Test
  void admitsWhatFitsEither() {
    Admission admission = Admission.of(List.of("Acme GmbH"), Pattern.compile("[a-z]+"));

    assertThat(admission.admit("Acme GmbH")).isEqualTo("Acme GmbH");
    assertThat(admission.admit("globex")).isEqualTo("globex");
    assertThat(admission.admit("GLOBEX")).isEqualTo("invalid");
  }

  /** Without a bound this takes longer than there are years. */
  @Test
  @Timeout(60)
  void givesUpOnAPatternThatNeverEnds() {
    for (String pattern : List.of("(a+)+b", "(a|a)*b", "(a*)*b", "(.*a){30}b")) {
      Admission admission = Admission.of(List.of(), Pattern.compile(pattern));
      for (int i = 0; i < 100; i++) {
        assertThat(admission.admit("a".repeat(28 + i))).isEqualTo("invalid");
      }
    }
  }

  @Test
  void sensiblePatternsAreNotGivenUpOn() {
    String longest = "a1-".repeat(42) + "zz";

    for (String pattern : List.of("[a-z0-9-]+", "(?:[a-z0-9]+-?)+", ".*z", "[a-z].*[a-z]")) {
      assertThat(Admission.of(List.of(), Pattern.compile(pattern)).admits(longest))
          .isTrue();
    }
  }
}
