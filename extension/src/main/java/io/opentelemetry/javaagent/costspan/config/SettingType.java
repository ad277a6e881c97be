package io.opentelemetry.javaagent.costspan.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What may be written as the value of a setting. */
final class SettingType<T> {

  private static final String SECRET = "a secret text";

  private final Scalar scalar;
  private final String allowed;
  private final Function<String, @Nullable T> parser;

  private SettingType(Scalar scalar, String allowed, Function<String, @Nullable T> parser) {
    this.scalar = scalar;
    this.allowed = allowed;
    this.parser = parser;
  }

  static SettingType<Boolean> trueOrFalse() {
    return new SettingType<>(Scalar.BOOLEAN, "true or false", SettingType::parseBoolean);
  }

  /** Both bounds are allowed. */
  static SettingType<Integer> wholeNumber(int least, int most) {
    return new SettingType<>(
        Scalar.INTEGER,
        "a whole number from " + least + " to " + most,
        text -> parseWholeNumber(text, least, most));
  }

  /** Written in lower case, read in any. */
  static <E extends Enum<E>> SettingType<E> oneOf(Class<E> choices) {
    return new SettingType<>(
        Scalar.TEXT, namesOf(choices.getEnumConstants()), text -> parseChoice(text, choices));
  }

  /** The name of an attribute: up to 100 letters, digits, dots, underscores and hyphens. */
  static SettingType<String> attributeName() {
    return new SettingType<>(
        Scalar.TEXT,
        "an attribute name (up to 100 letters, digits and . _ -)",
        text -> text.matches("[A-Za-z][A-Za-z0-9._-]{0,99}") ? text : null);
  }

  /** A list of {@code pattern=provider/format}, the format left out where the paths tell. */
  static SettingType<EndpointSettings> endpoints() {
    return new SettingType<>(
        Scalar.TEXT,
        "a list of `url=provider` or `url=provider/format`, separated by commas",
        EndpointSettings::parse);
  }

  /** A list of {@code feature=METHOD route status}, {@code feature=class#method} and events. */
  static SettingType<ActionSettings> actions() {
    return new SettingType<>(
        Scalar.TEXT,
        "a list of `feature=METHOD /route 2xx`, `feature=class#method` or `feature=event:name`,"
            + " separated by commas",
        ActionSettings::parse);
  }

  /** A list of sources; those that are none are told by {@link SourceList#problems()}. */
  static SettingType<SourceList> sources() {
    return new SettingType<>(
        Scalar.TEXT, "a list of sources, separated by commas", SourceList::parse);
  }

  /** A list of words, each of which matches. */
  static SettingType<String> listOf(String what, String word) {
    return new SettingType<>(
        Scalar.TEXT,
        "a list of " + what + ", separated by commas",
        text -> isListOf(word, words(text)) ? text : null);
  }

  /** A list of none restricts nothing, and was written to restrict something. */
  private static boolean isListOf(String word, List<String> words) {
    return !words.isEmpty() && words.stream().allMatch(each -> each.matches(word));
  }

  /** The words of a list. */
  static List<String> words(String list) {
    List<String> words = new ArrayList<>();
    for (String word : list.split(",", -1)) {
      if (!word.trim().isEmpty()) {
        words.add(word.trim());
      }
    }
    return Collections.unmodifiableList(words);
  }

  static SettingType<String> regex() {
    return new SettingType<>(Scalar.TEXT, "a regular expression", SettingType::parseRegex);
  }

  /** Any text, shown to nobody. */
  static SettingType<String> secret() {
    return new SettingType<>(Scalar.TEXT, SECRET, text -> text);
  }

  boolean isSecret() {
    return allowed.equals(SECRET);
  }

  /** A list of {@code class#method=feature}, with the tenant's argument in brackets. */
  static SettingType<MethodSettings> methods() {
    return new SettingType<>(
        Scalar.TEXT,
        "a list of `class#method=feature` or `class#method(argument)=feature`, separated by commas",
        MethodSettings::parse);
  }

  /** A path in the file system. Whether there is a file is found out when it is opened. */
  static SettingType<String> path() {
    return new SettingType<>(Scalar.TEXT, "a path", SettingType::parsePath);
  }

  /** How a declarative file writes it. */
  Scalar scalar() {
    return scalar;
  }

  /** For people, so that a sentence can end in it: "... is not a whole number from 1 to 10". */
  String allowed() {
    return allowed;
  }

  /** Null when the text is not {@link #allowed()}. */
  @Nullable
  T parse(String text) {
    return parser.apply(text);
  }

  /** As it would be written. */
  static String textOf(Object value) {
    return value instanceof Enum
        ? ((Enum<?>) value).name().toLowerCase(Locale.ROOT)
        : value.toString();
  }

  private static @Nullable Boolean parseBoolean(String text) {
    // Boolean.parseBoolean would take "yes" for false.
    if (text.equalsIgnoreCase("true")) {
      return Boolean.TRUE;
    }
    return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
  }

  private static @Nullable Integer parseWholeNumber(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      return number >= least && number <= most ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static <E extends Enum<E>> @Nullable E parseChoice(String text, Class<E> choices) {
    for (E choice : choices.getEnumConstants()) {
      if (textOf(choice).equalsIgnoreCase(text)) {
        return choice;
      }
    }
    return null;
  }

  private static @Nullable String parseRegex(String text) {
    try {
      return Pattern.compile(text).pattern();
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  private static @Nullable String parsePath(String text) {
    try {
      return Paths.get(text).toString();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static String namesOf(Enum<?>[] choices) {
    StringBuilder names = new StringBuilder();
    for (Enum<?> choice : choices) {
      names.append(names.length() == 0 ? "" : " or ").append(textOf(choice));
    }
    return names.toString();
  }
}
