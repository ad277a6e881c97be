package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes from outside, what goes out is short, visible and of one direction. */
class HostileValuesTest {

  private final Attribution attribution = Attribution.builder()
      .tenant(List.of(Sources.call("user")))
      .user(List.of(Sources.call("user")))
      .build();

  @Property(tries = 2_000)
  void everyValueIsPlain(@ForAll("anyText") String value) {
    Payer payer = attribution.resolve(Context.root(), Map.of("user", value)::get);

    String tenant = payer.tenant();
    if (tenant != null) {
      assertThat(tenant).isNotEmpty().hasSizeLessThanOrEqualTo(128).isEqualTo(tenant.trim());
      assertThat(tenant.codePoints()).allMatch(HostileValuesTest::isPlain);
      assertThat(payer.user()).matches("[0-9a-f]{32}");
    }
    assertThat(PlainText.orNull(tenant)).isSameAs(tenant);
  }

  @Example
  void controlsDirectionsAndHalvesOfPairsAreLeftOut() {
    assertThat(PlainText.orNull("a\u202Eb\u2066c\u200Fd\u200Be\uFEFFf\u2028g\u00ADh"))
        .isEqualTo("abcdefgh");
    assertThat(PlainText.orNull("a\uD83Db\uDE00c")).isEqualTo("abc");
    assertThat(PlainText.orNull("\uDE00")).isNull();
    assertThat(PlainText.orNull("😀")).isEqualTo("😀");
    assertThat(PlainText.orNull("a\uDB40\uDC41b")).isEqualTo("ab"); // an invisible tag
  }

  @Example
  void aMegabyteIsCut() {
    assertThat(PlainText.orNull("x".repeat(1 << 20))).hasSize(128);
    assertThat(PlainText.orNull(" ".repeat(1 << 20))).isNull();
    assertThat(PlainText.orNull("\u202E".repeat(1 << 20) + "x")).isEqualTo("x");
  }

  /** Of ten thousand users and tenants nothing is kept but a bounded number of the latest. */
  @Example
  void manyValuesAreHashedRight() {
    UserHash hash = UserHash.withKey("key");
    UserHash fresh = UserHash.withKey("key");
    for (int i = 0; i < 10_000; i++) {
      hash.of("u-" + i);
    }

    for (int i = 0; i < 10_000; i += 997) {
      assertThat(hash.of("u-" + i)).isEqualTo(fresh.of("u-" + i));
    }
  }

  @Provide
  Arbitrary<String> anyText() {
    Arbitrary<Character> chars = Arbitraries.oneOf(
        Arbitraries.chars(),
        Arbitraries.chars().range('\u0000', '\u00A0'),
        Arbitraries.chars().range('\u2000', '\u206F'),
        Arbitraries.chars().range('\uD800', '\uDFFF'));
    return chars.list().ofMaxSize(300).map(HostileValuesTest::text);
  }

  private static String text(List<Character> chars) {
    StringBuilder text = new StringBuilder();
    chars.forEach(text::append);
    return text.toString();
  }

  private static boolean isPlain(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
