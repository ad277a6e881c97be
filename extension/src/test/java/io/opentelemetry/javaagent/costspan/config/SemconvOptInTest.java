package io.opentelemetry.javaagent.costspan.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SemconvOptInTest {

  @Test
  void isThePublishedConventionsUnlessAskedOtherwise() {
    assertThat(SemconvOptIn.isLatest(null, null)).isFalse();
    assertThat(SemconvOptIn.isLatest(null, "http,database")).isFalse();
    assertThat(SemconvOptIn.isLatest(null, "gen_ai")).isFalse();
  }

  @Test
  void findsTheLatestInTheCommaSeparatedProperty() {
    assertThat(SemconvOptIn.isLatest(null, "http/dup, gen_ai_latest_experimental"))
        .isTrue();
  }

  @Test
  void readsTheListOfAFile() {
    assertThat(isLatest("stability_opt_in_list: gen_ai_latest_experimental,rpc"))
        .isTrue();
    assertThat(isLatest("semconv_stability: {opt_in: [rpc, gen_ai_latest_experimental]}"))
        .isTrue();
  }

  @Test
  void letsAFileDecideWhenItSaysAnything() {
    assertThat(SemconvOptIn.isLatest(
            Yaml.read("stability_opt_in_list: http"), "gen_ai_latest_experimental"))
        .isFalse();
    assertThat(SemconvOptIn.isLatest(Yaml.read("other: 1"), "gen_ai_latest_experimental"))
        .isTrue();
  }

  private static boolean isLatest(String yaml) {
    return SemconvOptIn.isLatest(Yaml.read(yaml), null);
  }
}
