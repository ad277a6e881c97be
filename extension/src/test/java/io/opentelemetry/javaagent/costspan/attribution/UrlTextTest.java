package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UrlTextTest {

  @Test
  void findsTheFirstValueOfAParameter() {
    assertThat(UrlText.parameter("org=acme", "org")).isEqualTo("acme");
    assertThat(UrlText.parameter("a=1&org=acme&org=globex", "org")).isEqualTo("acme");
    assertThat(UrlText.parameter("org=", "org")).isEmpty();
  }

  @Test
  void findsNoOtherParameter() {
    assertThat(UrlText.parameter("", "org")).isNull();
    assertThat(UrlText.parameter("org", "org")).isNull();
    assertThat(UrlText.parameter("xorg=acme", "org")).isNull();
    assertThat(UrlText.parameter("orgs=acme", "org")).isNull();
    assertThat(UrlText.parameter("a=org=acme", "org")).isNull();
    assertThat(UrlText.parameter("&&", "org")).isNull();
  }

  @Test
  void decodesTheValue() {
    assertThat(UrlText.parameter("org=gl%C3%B6bex+%26%2B", "org")).isEqualTo("glöbex &+");
    assertThat(UrlText.parameter("org=%zz", "org")).isNull();
  }
}
