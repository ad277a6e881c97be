package io.opentelemetry.javaagent.costspan.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the value of one field, by the type of the value. A type for which nothing
 * stands here is ignored, and so are the empty text, the text that is too long and the number that
 * does not fit.
 */
final class JsonField<T> {

  private static final double MAX_EXACT_INTEGER = 1L << 53;

  /** Ids are handed on to be looked up: no provider is known to have longer ones. */
  private static final int MAX_IDENTIFIER_BYTES = 1024;

  /** As it was sent: far more than can be spoken at once. */
  private static final int MAX_COUNTED_BYTES = 32 * 1024;

  private @Nullable BiConsumer<T, String> text;
  private @Nullable ObjLongConsumer<T> characters;
  private @Nullable Function<T, @Nullable TextSink> taker;
  private int maxTextBytes = JsonElision.MAX_STRING_BYTES;
  private boolean wantsWholeText = true;
  private @Nullable ObjLongConsumer<T> integer;
  private @Nullable ObjDoubleConsumer<T> number;
  private @Nullable BiConsumer<T, BigDecimal> decimal;
  private @Nullable BiConsumer<T, Boolean> flag;
  private @Nullable Consumer<T> presence;
  private @Nullable JsonShape<T> object;
  private @Nullable JsonShape<T> array;

  void onText(BiConsumer<T, String> action) {
    text = action;
  }

  void onIdentifier(BiConsumer<T, String> action) {
    text = action;
    maxTextBytes = MAX_IDENTIFIER_BYTES;
  }

  void onCharacters(ObjLongConsumer<T> action) {
    characters = action;
    maxTextBytes = MAX_COUNTED_BYTES;
  }

  void onStartOfText(BiConsumer<T, String> action) {
    text = action;
    wantsWholeText = false;
  }

  void onTaken(Function<T, @Nullable TextSink> action) {
    taker = action;
  }

  /** Who takes the characters of the text that begins; null when it is to be parsed. */
  @Nullable
  TextSink taker(T target) {
    return taker == null ? null : taker.apply(target);
  }

  /** Length, as sent, up to which a text is kept. */
  int maxTextBytes() {
    return maxTextBytes;
  }

  /** Whether a text that is longer is ignored: half a name is another name. */
  boolean wantsWholeText() {
    return wantsWholeText;
  }

  void onInteger(ObjLongConsumer<T> action) {
    integer = action;
  }

  void onNumber(ObjDoubleConsumer<T> action) {
    number = action;
  }

  void onDecimal(BiConsumer<T, BigDecimal> action) {
    decimal = action;
  }

  void onFlag(BiConsumer<T, Boolean> action) {
    flag = action;
  }

  void onPresence(Consumer<T> action) {
    presence = action;
  }

  void onShape(JsonShape<T> shape) {
    if (shape.isArray()) {
      array = shape;
    } else {
      object = shape;
      array = shape.list() != null ? shape.list() : array;
    }
  }

  @Nullable
  JsonShape<T> object() {
    return object;
  }

  /** Says that the field has a value, be it null. */
  void isThere(T target) {
    if (presence != null) {
      presence.accept(target);
    }
  }

  /** What is wanted of the object or array that begins, or null when it is to be skipped. */
  @Nullable
  JsonShape<T> shape(JsonToken start) {
    return start == JsonToken.START_ARRAY ? array : object;
  }

  void scalar(T target, JsonToken token, JsonParser parser, TextMemo texts) throws IOException {
    switch (token) {
      case VALUE_STRING:
        text(target, parser, texts);
        break;
      case VALUE_NUMBER_INT:
      case VALUE_NUMBER_FLOAT:
        integer(target, parser);
        number(target, parser);
        decimal(target, parser);
        break;
      case VALUE_TRUE:
      case VALUE_FALSE:
        if (flag != null) {
          flag.accept(target, token == JsonToken.VALUE_TRUE);
        }
        break;
      default:
        break;
    }
  }

  private void text(T target, JsonParser parser, TextMemo texts) throws IOException {
    if (characters != null) {
      int start = parser.getTextOffset();
      characters.accept(
          target,
          Character.codePointCount(parser.getTextCharacters(), start, parser.getTextLength()));
    }
    if (text != null && parser.getTextLength() > 0) {
      char[] chars = parser.getTextCharacters();
      text.accept(target, texts.of(chars, parser.getTextOffset(), parser.getTextLength()));
    }
  }

  private void integer(T target, JsonParser parser) throws IOException {
    if (integer == null) {
      return;
    }
    switch (parser.getNumberType()) {
      case INT:
      case LONG:
        integer.accept(target, parser.getLongValue());
        break;
      case BIG_INTEGER:
        break;
      default:
        integerWrittenAsFraction(integer, target, parser.getDoubleValue());
    }
  }

  /** Some gateways write 12 as 12.0. */
  private static <T> void integerWrittenAsFraction(
      ObjLongConsumer<T> action, T target, double value) {
    if (value == Math.rint(value) && Math.abs(value) <= MAX_EXACT_INTEGER) {
      action.accept(target, (long) value);
    }
  }

  private void number(T target, JsonParser parser) throws IOException {
    if (number == null) {
      return;
    }
    double value = parser.getDoubleValue();
    if (!Double.isInfinite(value)) {
      number.accept(target, value);
    }
  }

  /** By its text: through a double, 0.1 would be another amount. */
  private void decimal(T target, JsonParser parser) throws IOException {
    if (decimal == null) {
      return;
    }
    BigDecimal value = DecimalText.parse(
        parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    if (value != null) {
      decimal.accept(target, value);
    }
  }
}
