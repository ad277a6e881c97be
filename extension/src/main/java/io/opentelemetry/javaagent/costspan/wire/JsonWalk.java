package io.opentelemetry.javaagent.costspan.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the tokens of one JSON value and hands over what its shape wants. How deep it goes is
 * bounded by the shape: below what is wanted it only counts brackets.
 */
final class JsonWalk<T> {

  private final T target;
  private final JsonField<T> root;
  private final TextMemo texts = new TextMemo();
  private final IgnoredScalars ignored = new IgnoredScalars();
  private final List<JsonShape<T>> open = new ArrayList<>(8);
  private @Nullable JsonField<T> field;
  private int skipped;
  private boolean closed;

  JsonWalk(JsonShape<T> shape, T target) {
    this.target = target;
    this.root = shape.asValue();
    this.field = root;
  }

  /**
   * Takes the parser's current token; what follows the value is ignored.
   *
   * @param isCut whether the token is a string that lacks its end
   */
  void token(JsonToken token, JsonParser parser, boolean isCut) throws IOException {
    if (closed) {
      return;
    }
    if (token.isStructStart()) {
      begins(token);
    } else if (token.isStructEnd()) {
      ends();
    } else if (token == JsonToken.FIELD_NAME) {
      ignored.string(false);
      name(parser);
    } else {
      note(token);
      scalar(token, parser, isCut);
    }
  }

  private void note(JsonToken token) {
    boolean isIgnored = skipped > 0 || field == null;
    if (token == JsonToken.VALUE_STRING) {
      ignored.string(isIgnored);
    } else if (token.isNumeric()) {
      ignored.number(isIgnored);
    }
  }

  /** What of the value so far said nothing. */
  IgnoredScalars ignored() {
    return ignored;
  }

  /** Whether the parser is in an object or array of which nothing is wanted. */
  boolean isLeavingOut() {
    return skipped > 0;
  }

  /** How much of the string that the parser is in is wanted. */
  int maxStringBytes() {
    return skipped > 0 || field == null ? JsonElision.MAX_STRING_BYTES : field.maxTextBytes();
  }

  /** Who takes the characters of the string that begins; null when nobody does. */
  @Nullable
  TextSink taker() {
    return skipped > 0 || field == null ? null : field.taker(target);
  }

  /** Whether the value was read to its end. */
  boolean isClosed() {
    return closed;
  }

  /** Starts anew, whatever came before. */
  void reset() {
    open.clear();
    field = root;
    skipped = 0;
    closed = false;
    ignored.clear();
  }

  private void begins(JsonToken token) {
    JsonShape<T> shape = skipped > 0 ? null : wanted(token);
    if (shape == null) {
      skipped++;
      return;
    }
    open.add(shape);
    shape.begins(target);
    field = shape.element();
  }

  private @Nullable JsonShape<T> wanted(JsonToken token) {
    if (field == null) {
      return null;
    }
    field.isThere(target);
    return field.shape(token);
  }

  private void ends() {
    if (skipped > 0) {
      skipped--;
    } else {
      open.remove(open.size() - 1).ends(target);
    }
    if (skipped == 0) {
      valueEnds();
    }
  }

  private void name(JsonParser parser) throws IOException {
    if (skipped == 0) {
      field = open.get(open.size() - 1).find(parser.currentName(), target);
    }
  }

  private void scalar(JsonToken token, JsonParser parser, boolean isCut) throws IOException {
    if (skipped > 0) {
      return;
    }
    if (field != null) {
      field.isThere(target);
      if (!(isCut && field.wantsWholeText())) {
        field.scalar(target, token, parser, texts);
      }
    }
    valueEnds();
  }

  private void valueEnds() {
    if (open.isEmpty()) {
      closed = true;
    } else {
      field = open.get(open.size() - 1).element();
    }
  }
}
