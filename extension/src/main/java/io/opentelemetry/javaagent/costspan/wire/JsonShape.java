package io.opentelemetry.javaagent.costspan.wire;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The part of a JSON object or array that is wanted, and where it goes: the wire formats are tables
 * of these. What stands in no table is skipped without being kept. Not changed once it is in use.
 *
 * @param <T> what the values are put into
 */
final class JsonShape<T> {

  private final Map<String, JsonField<T>> fields = new HashMap<>();
  private final @Nullable JsonField<T> element;
  private @Nullable JsonField<T> other;
  private BiConsumer<T, String> otherName = (target, name) -> {};
  private Consumer<T> begin = target -> {};
  private Consumer<T> end = target -> {};

  private @Nullable JsonShape<T> list;
  private volatile @Nullable JsonField<T> asValue;

  private JsonShape(@Nullable JsonField<T> element) {
    this.element = element;
  }

  static <T> JsonShape<T> object() {
    return new JsonShape<>(null);
  }

  /** An array whose elements are objects or arrays; others among them are ignored. */
  static <T> JsonShape<T> arrayOf(JsonShape<T> elements) {
    JsonField<T> element = new JsonField<>();
    element.onShape(elements);
    return new JsonShape<>(element);
  }

  /** An array whose elements are texts, long ones cut off; others among them are ignored. */
  static <T> JsonShape<T> startsOfTexts(BiConsumer<T, String> action) {
    JsonField<T> element = new JsonField<>();
    element.onStartOfText(action);
    return new JsonShape<>(element);
  }

  /** An array of texts of any length; see {@link #taken}. */
  static <T> JsonShape<T> takenTexts(Function<T, @Nullable TextSink> taker) {
    JsonField<T> element = new JsonField<>();
    element.onTaken(taker);
    return new JsonShape<>(element);
  }

  /** A text of up to {@value JsonElision#MAX_STRING_BYTES} bytes; a longer one is ignored. */
  JsonShape<T> text(String name, BiConsumer<T, String> action) {
    field(name).onText(action);
    return this;
  }

  /** A text that may be longer than others; one that is longer still is ignored. */
  JsonShape<T> identifier(String name, BiConsumer<T, String> action) {
    field(name).onIdentifier(action);
    return this;
  }

  /** The first {@value JsonElision#MAX_STRING_BYTES} bytes or so of a text. */
  JsonShape<T> startOfText(String name, BiConsumer<T, String> action) {
    field(name).onStartOfText(action);
    return this;
  }

  /**
   * How many characters a text has, in Unicode's count; one of more than 32 KB is ignored. The text
   * itself is not kept.
   */
  JsonShape<T> characters(String name, ObjLongConsumer<T> action) {
    field(name).onCharacters(action);
    return this;
  }

  /**
   * A text of any length that is handed over in pieces, and never held. Only by a reader that {@link
   * JsonPushReader#taking takes} texts.
   *
   * @param taker asked when such a text begins; null to let it be
   */
  JsonShape<T> taken(String name, Function<T, @Nullable TextSink> taker) {
    field(name).onTaken(taker);
    return this;
  }

  /** A number without a fraction that fits into a long. */
  JsonShape<T> integer(String name, ObjLongConsumer<T> action) {
    field(name).onInteger(action);
    return this;
  }

  JsonShape<T> number(String name, ObjDoubleConsumer<T> action) {
    field(name).onNumber(action);
    return this;
  }

  /** A number as it is written, of bounded size; one beyond {@link DecimalText} is ignored. */
  JsonShape<T> decimal(String name, BiConsumer<T, BigDecimal> action) {
    field(name).onDecimal(action);
    return this;
  }

  JsonShape<T> flag(String name, BiConsumer<T, Boolean> action) {
    field(name).onFlag(action);
    return this;
  }

  /** A field that says something by being there, whatever its value and even when that is null. */
  JsonShape<T> present(String name, Consumer<T> action) {
    field(name).onPresence(action);
    return this;
  }

  /** An object or array within this object; a field may be either. */
  JsonShape<T> child(String name, JsonShape<T> shape) {
    field(name).onShape(shape);
    return this;
  }

  /** The object that is wanted of a field, made if there is none yet. */
  JsonShape<T> childNamed(String name) {
    JsonShape<T> known = field(name).object();
    if (known != null) {
      return known;
    }
    JsonShape<T> child = object();
    child(name, child);
    return child;
  }

  /** All objects within this one whose names stand nowhere else; the name is told before. */
  JsonShape<T> others(BiConsumer<T, String> name, JsonShape<T> shape) {
    other = new JsonField<>();
    other.onShape(shape);
    otherName = name;
    return this;
  }

  /** Takes an array of such objects too, wherever the object is wanted. */
  JsonShape<T> orList() {
    list = arrayOf(this);
    return this;
  }

  /** The array that may stand in the place of the object, or null. */
  @Nullable
  JsonShape<T> list() {
    return list;
  }

  /** Runs before the content: a key that comes twice forgets here what came first. */
  JsonShape<T> begin(Consumer<T> action) {
    begin = action;
    return this;
  }

  JsonShape<T> end(Consumer<T> action) {
    end = action;
    return this;
  }

  boolean isArray() {
    return element != null;
  }

  /** What is done with each element of this array; null in an object. */
  @Nullable
  JsonField<T> element() {
    return element;
  }

  /** What is done with a document that is this object or array. */
  JsonField<T> asValue() {
    JsonField<T> known = asValue;
    if (known == null) {
      known = new JsonField<>();
      known.onShape(this);
      asValue = known;
    }
    return known;
  }

  /** What is done with a field of this object, or null when it is not wanted. */
  @Nullable
  JsonField<T> find(String name, T target) {
    JsonField<T> field = fields.get(name);
    if (field == null && other != null) {
      otherName.accept(target, name);
      return other;
    }
    return field;
  }

  void begins(T target) {
    begin.accept(target);
  }

  void ends(T target) {
    end.accept(target);
  }

  private JsonField<T> field(String name) {
    return fields.computeIfAbsent(name, unused -> new JsonField<>());
  }
}
