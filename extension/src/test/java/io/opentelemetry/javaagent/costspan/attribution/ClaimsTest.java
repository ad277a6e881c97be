package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  private final Map<String, @Nullable Object> token = new HashMap<>();

  @Test
  void readsTextsNumbersAndTheFirstOfAList() {
    token.put("name", "acme");
    token.put("number", 42L);
    token.put("list", Arrays.asList("first", "second"));
    token.put("none", Collections.emptyList());
    token.put("nothing", null);
    token.put("object", Collections.singletonMap("a", "b"));
    token.put("flag", true);

    assertThat(read("name")).isEqualTo("acme");
    assertThat(read("number")).isEqualTo("42");
    assertThat(read("list")).isEqualTo("first");
    assertThat(read("none")).isNull();
    assertThat(read("nothing")).isNull();
    assertThat(read("object")).isNull();
    assertThat(read("flag")).isNull();
    assertThat(read("missing")).isNull();
  }

  @Test
  void readsWhatIsInsideOfOthers() {
    token.put(
        "org", Collections.singletonMap("unit", Collections.singletonMap("tenant.id", "acme")));

    assertThat(read("org.unit.tenant.id")).isEqualTo("acme");
    assertThat(read("org.unit")).isNull();
    assertThat(read("org.unit.other")).isNull();
    assertThat(read("org.")).isNull();
  }

  @Test
  void aNameMayHaveDotsOfItsOwn() {
    token.put("https://acme.com/tenant", "acme");

    assertThat(read("https://acme.com/tenant")).isEqualTo("acme");
  }

  private @Nullable String read(String name) {
    return Claims.text(token::get, name);
  }
}
