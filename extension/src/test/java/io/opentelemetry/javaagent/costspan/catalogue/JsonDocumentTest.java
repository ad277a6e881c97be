package io.opentelemetry.javaagent.costspan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDocumentTest {

  @Test
  void keepsTheDigitsOfANumber() throws CatalogueException {
    JsonValue root = JsonDocument.read("{\"a\": 3.0000000000000004e-07, \"b\": [true, null]}", "f");

    assertThat(root.get("a").text()).isEqualTo("3.0000000000000004e-07");
    assertThat(root.itemsOf("b")).extracting(JsonValue::kind).containsOnly(JsonValue.Kind.OTHER);
  }

  @Test
  void knowsTheLineOfAValue() throws CatalogueException {
    assertThat(JsonDocument.read("{\n\n\"a\": 1}", "f").get("a").line()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|f, line 1: it is empty",
        "{\"a\": |f, line 1: not JSON",
        "{} {}|f, line 1: there is something after the end",
        "[1, NaN]|f, line 1: not JSON",
      })
  void namesTheFileAndTheLineOfAMistake(String json, String message) {
    assertThatThrownBy(() -> JsonDocument.read(json, "f"))
        .isInstanceOf(CatalogueException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void boundsTheDepth() {
    assertThatThrownBy(() -> JsonDocument.read("[".repeat(100_000), "f"))
        .isInstanceOf(CatalogueException.class)
        .hasMessage("f, line 1: nested too deeply");
  }
}
