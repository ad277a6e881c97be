package io.opentelemetry.javaagent.costspan.tap.seam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "Application/JSON", "application/json; charset=utf-8"})
  void isJson(String value) {
    assertThat(ContentType.isJson(value)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"application/jso", "multipart/form-data; x=application/json"})
  void isNotJson(String value) {
    assertThat(ContentType.isJson(value)).isFalse();
  }
}
