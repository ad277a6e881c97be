package io.opentelemetry.javaagent.costspan.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodSettingsTest {

  @Test
  void readsMethodsWithAndWithoutTheTenantsArgument() {
    MethodSettings settings = MethodSettings.parse(
        "com.acme.Copilot#draft=copilot, com.acme.Jobs$Night#run(12) = nightly jobs ,");

    assertThat(settings).isNotNull();
    assertThat(settings.rows()).hasSize(2);
    MethodRow draft = settings.rows().get(0);
    assertThat(draft.className()).isEqualTo("com.acme.Copilot");
    assertThat(draft.method()).isEqualTo("draft");
    assertThat(draft.tenantArgument()).isEqualTo(MethodRow.NO_ARGUMENT);
    assertThat(draft.feature()).isEqualTo("copilot");
    MethodRow run = settings.rows().get(1);
    assertThat(run.className()).isEqualTo("com.acme.Jobs$Night");
    assertThat(run.tenantArgument()).isEqualTo(12);
    assertThat(run.feature()).isEqualTo("nightly jobs");
  }

  @Test
  void writesThemAsTheyAreRead() {
    String text = "com.acme.Copilot#draft=copilot,com.acme.Jobs#run(0)=nightly";

    assertThat(MethodSettings.parse(text)).hasToString(text);
  }

  @Test
  void ofTwoRowsForOneMethodTheFirstHolds() {
    MethodSettings settings = MethodSettings.parse("com.acme.Copilot#draft(0)=copilot,"
        + "com.acme.Copilot#draft=other,com.acme.Copilot#draft(0)=copilot,"
        + "com.acme.Jobs#draft=nightly");

    assertThat(settings)
        .hasToString("com.acme.Copilot#draft(0)=copilot,com.acme.Jobs#draft=nightly");
    assertThat(settings.problems())
        .containsExactly("\"com.acme.Copilot#draft=other\" is left out:"
            + " \"com.acme.Copilot#draft(0)=copilot\" names the same method");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Copilot.draft=copilot",
        "com.acme.Copilot#draft",
        "com.acme.Copilot#draft=",
        "com.acme.Copilot#draft()=copilot",
        "com.acme.Copilot#draft(x)=copilot",
        "com.acme.Copilot#draft(0=copilot",
        "com.acme..Copilot#draft=copilot",
        "#draft=copilot",
        "com.acme.Copilot#*=copilot",
        "com.acme.Copilot#draft=a=b"
      })
  void refusesWhatIsNoMethod(String text) {
    assertThat(MethodSettings.parse("com.acme.Jobs#run=nightly," + text)).isNull();
  }
}
