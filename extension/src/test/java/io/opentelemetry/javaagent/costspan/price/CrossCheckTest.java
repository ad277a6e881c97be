package io.opentelemetry.javaagent.costspan.price;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every figure that at least two price lists have: the book bills by what most of them say, or the
 * table has the reason why not. The importer writes the table; what the book bills by is asked here.
 */
class CrossCheckTest {

  private static final PriceBook BOOK = PriceBook.bundled();
  private static final List<Row> ROWS = rows();

  @Test
  void ourFigureIsTheMajoritysOrTheDifferenceHasAReason() {
    assertThat(ROWS)
        .allSatisfy(row -> assertThat(row.isOfTheMajority() || !row.reason().isEmpty())
            .as(row.toString())
            .isTrue());
  }

  @Test
  void theBookBillsByTheFigureOfTheTable() {
    assertThat(ROWS).allSatisfy(row -> {
      BigDecimal billed = row.billed();
      if (!row.hasAFigure()) {
        assertThat(billed).as(row.toString()).isNull();
      } else {
        assertThat(billed).as(row.toString()).isEqualByComparingTo(row.ours());
      }
    });
  }

  @Test
  void isAboutMostOfTheBook() {
    assertThat(ROWS).hasSizeGreaterThan(2_000);
    assertThat(ROWS.stream().map(Row::entry).distinct()).hasSizeGreaterThan(500);
    assertThat(ROWS.stream().filter(row -> row.reason().isEmpty()).count())
        .isGreaterThan(ROWS.size() * 3L / 4);
  }

  private static List<Row> rows() {
    try (InputStream table = CrossCheckTest.class.getResourceAsStream("price-crosscheck.tsv")) {
      return new String(table.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Row.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Row(
      String entry,
      String at,
      String terms,
      Rate rate,
      String ours,
      List<String> sources,
      String reason) {

    static Row of(String[] cells) {
      Rate rate = Arrays.stream(Rate.values())
          .filter(candidate -> candidate.field().equals(cells[3]))
          .findAny()
          .orElseThrow();
      return new Row(
          cells[0], cells[1], cells[2], rate, cells[4], List.of(cells).subList(5, 9), cells[9]);
    }

    boolean hasAFigure() {
      return !ours.equals("unknown") && !ours.equals("-");
    }

    /** Whether more sources have our figure than have any other. */
    boolean isOfTheMajority() {
      Map<BigDecimal, Integer> votes = new TreeMap<>();
      for (String source : sources) {
        if (!source.equals("-") && !source.equals("unknown")) {
          votes.merge(new BigDecimal(source), 1, Integer::sum);
        }
      }
      if (votes.isEmpty()) {
        return ours.equals("unknown");
      }
      int most = votes.values().stream().max(Comparator.naturalOrder()).orElseThrow();
      List<BigDecimal> winners =
          votes.keySet().stream().filter(figure -> votes.get(figure) == most).toList();
      return winners.size() == 1
          && hasAFigure()
          && winners.get(0).compareTo(new BigDecimal(ours)) == 0;
    }

    /** What the engine bills by: asked with a call that uses what the rate is for. */
    BigDecimal billed() {
      String provider = entry.substring(0, entry.indexOf('/'));
      PricedCall call = PricedCall.at(provider)
          .responseModel(entry.substring(provider.length() + 1))
          .on(at);
      List<String> special = new ArrayList<>(List.of(terms.split("\\+")));
      long total = total(special);
      special.remove("standard");
      if (special.remove("fast")) {
        call.speed("fast");
      }
      assertThat(special).hasSizeLessThan(2);
      call.serviceTier(special.isEmpty() ? null : special.get(0));
      use(call, total);
      for (Explanation.Line line : BOOK.explain(call.billed()).lines()) {
        if (line.leaf() == rate.leaf()) {
          return line.usdPerUnit();
        }
      }
      return null;
    }

    private static long total(List<String> special) {
      for (String term : List.copyOf(special)) {
        if (term.startsWith("above:") || term.startsWith("from:")) {
          special.remove(term);
          long limit = Long.parseLong(term.substring(term.indexOf(':') + 1));
          return term.startsWith("above:") ? limit + 1 : limit;
        }
      }
      return 10;
    }

    private void use(PricedCall call, long total) {
      switch (rate.unit()) {
        case MILLION_TOKENS:
          call.input(total).output(5);
          useTokens(call);
          break;
        case THOUSAND_CALLS:
          call.input(total).output(5).count(Count.valueOf(plural(rate.name())), 1);
          break;
        default:
          if (rate == Rate.REQUEST) {
            call.input(total).output(5);
          } else {
            call.count(
                counts()
                    .filter(count -> count.name().startsWith(rate.leaf().name()))
                    .findAny()
                    .orElseThrow(),
                1);
          }
      }
    }

    private void useTokens(PricedCall call) {
      if (rate == Rate.CACHE_WRITE_5M) {
        call.cacheWrite(5);
      } else if (rate == Rate.CACHE_WRITE_1H) {
        call.cacheWrite(5).cacheWrite1h(5);
      } else if (rate == Rate.AUDIO_CACHE_READ || rate == Rate.IMAGE_CACHE_READ) {
        Count whole = rate == Rate.AUDIO_CACHE_READ ? Count.AUDIO_INPUT : Count.IMAGE_INPUT;
        call.cacheRead(3).count(whole, 3).count(Count.valueOf(rate.name()), 3);
      } else if (rate != Rate.INPUT && rate != Rate.OUTPUT) {
        call.count(Count.valueOf(rate.name()), 3);
      }
    }

    private static Stream<Count> counts() {
      return Arrays.stream(Count.values());
    }

    private static String plural(String name) {
      return name.endsWith("Y")
          ? name.replaceAll("Y$", "IES")
          : name + (name.endsWith("H") ? "ES" : "S");
    }
  }
}
