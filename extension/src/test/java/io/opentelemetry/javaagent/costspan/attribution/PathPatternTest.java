package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathPatternTest {

  @Test
  void findsTheSegmentInBraces() {
    assertThat(find("/t/{}/**", "/t/acme/chat/1")).isEqualTo("acme");
    assertThat(find("/t/{}/**", "/t/acme/")).isEqualTo("acme");
    assertThat(find("/t/{}/**", "/t/acme")).isEqualTo("acme");
    assertThat(find("/{}", "/acme")).isEqualTo("acme");
    assertThat(find("/*/{}/chat", "/v1/acme/chat")).isEqualTo("acme");
  }

  @Test
  void findsNothingElsewhere() {
    assertThat(find("/t/{}/**", "/u/acme/chat")).isNull();
    assertThat(find("/t/{}/**", "/t")).isNull();
    assertThat(find("/t/{}", "/t/acme/chat")).isNull();
    assertThat(find("/t/{}/chat", "/t/acme/chats")).isNull();
    assertThat(find("/t/{}/chat", "/t/acme")).isNull();
    assertThat(find("/t/{}", "")).isNull();
  }

  @Test
  void isEmptyWhereTheSegmentIs() {
    assertThat(find("/t/{}/chat", "/t//chat")).isEmpty();
  }

  @Test
  void decodesWhatItFinds() {
    assertThat(find("/t/{}", "/t/gl%C3%B6bex+co")).isEqualTo("glöbex+co");
    assertThat(find("/t/{}", "/t/100%")).isNull();
    assertThat(find("/t/{}", "/t/%FF")).isEqualTo("\uFFFD");
    assertThat(find("/t/{}", "/t/" + "%41".repeat(1_000))).isNull();
  }

  @Test
  void isNoPatternWithoutExactlyOneSegmentToFind() {
    assertThat(PathPattern.parse("t/{}")).isNull();
    assertThat(PathPattern.parse("/t/*")).isNull();
    assertThat(PathPattern.parse("/{}/{}")).isNull();
    assertThat(PathPattern.parse("/**/{}")).isNull();
    assertThat(PathPattern.parse("/t-{}")).isNull();
    assertThat(PathPattern.parse("/t*/{}")).isNull();
  }

  private static String find(String pattern, String path) {
    return PathPattern.parse(pattern).find(path);
  }
}
