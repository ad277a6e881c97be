package io.opentelemetry.javaagent.costspan.catalogue;

import io.opentelemetry.javaagent.costspan.catalogue.JsonValue.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Takes rates out of a list, and names the place where one is no number. */
final class Numbers {

  private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(1_000_000_000);

  private final String sourceName;

  /**
   * @param sourceName what errors call the file
   */
  Numbers(String sourceName) {
    this.sourceName = sourceName;
  }

  /**
   * USD for a number of units, of which the list has so many to its own unit.
   *
   * @param movedRight powers of ten between the list's unit and ours: 6 of a price per token
   * @param place what errors call the field
   * @return null when it is absent, null, nothing or less: no price is not a price of 0
   */
  @Nullable
  Figure rate(@Nullable JsonValue value, int movedRight, String place) throws CatalogueException {
    BigDecimal number = number(value, place);
    if (number == null || number.signum() <= 0) {
      return null;
    }
    return figure(number.movePointRight(movedRight), value, place);
  }

  /** The same where the list's unit is so many of ours: an hour is 3,600 seconds. */
  @Nullable
  Figure share(@Nullable JsonValue value, long parts, String place) throws CatalogueException {
    BigDecimal number = number(value, place);
    if (number == null || number.signum() <= 0) {
      return null;
    }
    BigDecimal usd = number.divide(BigDecimal.valueOf(parts), 30, RoundingMode.HALF_EVEN);
    return figure(usd, value, place);
  }

  /** A number of tokens; 0 when there is none. */
  long count(@Nullable JsonValue value, String place) throws CatalogueException {
    BigDecimal number = number(value, place);
    if (number == null || number.signum() <= 0) {
      return 0;
    }
    if (number.compareTo(MAX_COUNT) > 0) {
      throw problem(value, place, "is no number of tokens");
    }
    return number.longValue();
  }

  /** A number as it stands there; null when it is absent or null. */
  @Nullable
  BigDecimal number(@Nullable JsonValue value, String place) throws CatalogueException {
    if (value == null || (value.is(Kind.OTHER) && value.text().equals("null"))) {
      return null;
    }
    if (!value.is(Kind.NUMBER) && !value.is(Kind.TEXT)) {
      throw problem(value, place, "is no number");
    }
    try {
      return Decimals.parse(value.text());
    } catch (NumberFormatException e) {
      throw problem(value, place, "is no number of a price's size");
    }
  }

  private Figure figure(BigDecimal usd, @Nullable JsonValue value, String place)
      throws CatalogueException {
    BigDecimal tidy = Decimals.tidy(usd);
    if (!Decimals.isRate(tidy)) {
      throw problem(value, place, "is no number of a price's size");
    }
    return Figure.of(tidy);
  }

  private CatalogueException problem(@Nullable JsonValue value, String place, String what) {
    String line = value == null ? "" : ", line " + value.line();
    String text = value == null ? "" : " " + shortened(value.text());
    return new CatalogueException(
        sourceName + line + ", " + shortened(place) + ":" + text + " " + what);
  }

  private static String shortened(String text) {
    return text.length() <= 120 ? text : text.substring(0, 120) + "...";
  }
}
