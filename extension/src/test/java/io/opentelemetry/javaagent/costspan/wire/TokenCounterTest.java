package io.opentelemetry.javaagent.costspan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that are counted in pieces: exactly, but for words that are longer than a piece. */
class TokenCounterTest {

  /** Thirteen scripts and languages: the first article of the Declaration of Human Rights. */
  private static final List<String> ARTICLES =
      Recorded.text("human-rights.txt").lines().toList();

  private static final int LEAST_A_CUT_TAKES = TokenCounter.MAX_HELD / 2;

  @Property(tries = 60)
  void textThatPeopleWriteIsCountedExactly(
      @ForAll("articles") String article, @ForAll Vocabulary vocabulary, @ForAll long seed) {
    String text = longText(article, new Random(seed));

    assertThat(inPieces(text, vocabulary, seed)).isEqualTo(atOnce(text, vocabulary));
  }

  @Property(tries = 60)
  void anyTextHasAtMostTwoTokensMorePerCut(
      @ForAll("texts") String text, @ForAll Vocabulary vocabulary, @ForAll long seed) {
    // The most that was seen in 2,000 texts is one.
    int bound = 2 * (text.length() / LEAST_A_CUT_TAKES);

    assertThat(inPieces(text, vocabulary, seed))
        .isBetween(atOnce(text, vocabulary) - bound, atOnce(text, vocabulary) + bound);
  }

  @ParameterizedTest
  @EnumSource(Vocabulary.class)
  void textsThatEndAreCountedEachByItself(Vocabulary vocabulary) {
    TokenCounter counter = new TokenCounter(RealTokenizers.ALL.tokenizer(vocabulary));

    add(counter, "un");
    counter.endText();
    add(counter, "believable");
    counter.endText();

    assertThat(counter.tokens())
        .isEqualTo(atOnce("un", vocabulary) + atOnce("believable", vocabulary));
  }

  @Test
  void aMegabyteWithoutASpaceIsNeitherHeldNorLookedAtTwice() {
    List<Integer> pieces = new ArrayList<>();
    TokenCounter counter = new TokenCounter(text -> {
      pieces.add(text.length());
      return 1;
    });

    add(counter, "x".repeat(1 << 20));
    counter.endText();

    // 1,048,576 / 2,048
    assertThat(pieces).hasSize(512).containsOnly(TokenCounter.MAX_HELD);
  }

  @Test
  void cutsTakeHalfOfWhatIsHeldAtLeast() {
    List<Integer> pieces = new ArrayList<>();
    TokenCounter counter = new TokenCounter(text -> {
      pieces.add(text.length());
      return 1;
    });

    add(counter, ("a ".repeat(5) + "x".repeat(3000)).repeat(300));
    counter.endText();

    assertThat(pieces.subList(0, pieces.size() - 1))
        .allMatch(length -> length >= LEAST_A_CUT_TAKES && length <= TokenCounter.MAX_HELD);
    assertThat(pieces.stream().mapToInt(Integer::intValue).sum()).isEqualTo(300 * 3010);
  }

  @Test
  void aCharacterOfTwoHalvesIsNotCut() {
    List<String> pieces = new ArrayList<>();
    TokenCounter counter = new TokenCounter(text -> {
      pieces.add(text);
      return 1;
    });

    add(counter, "x" + "\uD83D\uDE00".repeat(3000));
    counter.endText();

    assertThat(pieces)
        .hasSize(3)
        .noneMatch(piece -> Character.isHighSurrogate(piece.charAt(piece.length() - 1)));
  }

  @Test
  void tokenizerThatFailsIsNotAskedAgain() {
    List<String> asked = new ArrayList<>();
    TokenCounter counter = new TokenCounter(text -> {
      asked.add(text);
      throw new IllegalStateException("broken");
    });

    add(counter, "one");
    counter.endText();
    add(counter, "two");
    counter.endText();

    assertThat(asked).containsExactly("one");
    assertThat(counter.failure()).hasMessage("broken");
  }

  /** Sentences of an article in any order, with all that stands between sentences. */
  private static String longText(String article, Random random) {
    String[] between = {" ", "\n\n", " 1,234.5 ", " \"", "\" ", "", "\r\n - ", " (it's) ", "\t"};
    StringBuilder text = new StringBuilder();
    while (text.length() < 3 * TokenCounter.MAX_HELD) {
      int start = random.nextInt(article.length());
      int end = start + random.nextInt(article.length() - start);
      text.append(article, start, end).append(between[random.nextInt(between.length)]);
    }
    return text.toString();
  }

  @Provide
  static Arbitrary<String> articles() {
    return Arbitraries.of(ARTICLES);
  }

  @Provide
  static Arbitrary<String> texts() {
    Arbitrary<String> anything = Arbitraries.strings().ofMinLength(1000).ofMaxLength(9000);
    Arbitrary<String> ascii = Arbitraries.strings().ascii().ofMinLength(1000).ofMaxLength(9000);
    Arbitrary<String> words = Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .ofMinLength(2000)
        .ofMaxLength(9000);
    Arbitrary<String> repeated = Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(3)
        .map(some -> some.repeat(9000 / some.length()));
    return Arbitraries.oneOf(anything, ascii, words, repeated);
  }

  private static long atOnce(String text, Vocabulary vocabulary) {
    return RealTokenizers.ALL.tokenizer(vocabulary).count(text);
  }

  private static long inPieces(String text, Vocabulary vocabulary, long seed) {
    TokenCounter counter = new TokenCounter(RealTokenizers.ALL.tokenizer(vocabulary));
    Random random = new Random(seed);
    char[] chars = text.toCharArray();
    for (int at = 0, to; at < chars.length; at = to) {
      to = Math.min(chars.length, at + 1 + random.nextInt(700));
      counter.add(Arrays.copyOfRange(chars, at, to), 0, to - at);
    }
    counter.endText();
    return counter.tokens();
  }

  private static void add(TokenCounter counter, String text) {
    Stream.of(text).map(String::toCharArray).forEach(chars -> counter.add(chars, 0, chars.length));
  }
}
