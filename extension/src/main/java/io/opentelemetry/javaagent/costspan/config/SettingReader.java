package io.opentelemetry.javaagent.costspan.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads settings one by one and keeps what has to be told about them. Never fails. */
final class SettingReader {

  private final SettingSource source;
  private final List<String> problems = new ArrayList<>();
  private final List<String> departures = new ArrayList<>();

  SettingReader(SettingSource source) {
    this.source = source;
  }

  /** What was written, or what holds when that was nothing or nonsense. */
  <T> T read(Setting<T> setting) {
    String text = source.textOf(setting);
    if (text == null) {
      return setting.defaultValue();
    }
    @Nullable
    T value = text.equals(SettingSource.NO_TEXT) ? null : setting.type().parse(text);
    if (value == null) {
      problems.add(problem(setting, text));
      return setting.instead();
    }
    if (!value.equals(setting.defaultValue())) {
      boolean secret = setting.type().isSecret();
      departures.add(setting.name() + "=" + (secret ? "***" : SettingType.textOf(value)));
    }
    return value;
  }

  /** The same of a list, of which what cannot be used is told and the rest is in force. */
  SourceList readSources(Setting<SourceList> setting) {
    SourceList list = read(setting);
    boolean none = list.rows().isEmpty();
    for (String problem : list.problems()) {
      tell(setting, problem + (none ? "; no source is left, none is asked" : ""));
    }
    return list;
  }

  /** The same of methods. */
  MethodSettings readMethods(Setting<MethodSettings> setting) {
    MethodSettings methods = read(setting);
    methods.problems().forEach(problem -> tell(setting, problem));
    return methods;
  }

  /** Keeps what is wrong with a setting that is in force all the same. */
  void tell(Setting<?> setting, String problem) {
    problems.add("Setting " + setting.property() + ": " + problem);
  }

  /** To be called after the last {@link #read}. */
  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    Collection<String> unknown = source.unknownNames();
    if (!unknown.isEmpty()) {
      all.add("No such setting, ignored: " + String.join(", ", unknown));
    }
    return all;
  }

  /** Settings that differ from their default, {@code name=value}. */
  List<String> departures() {
    return departures;
  }

  private static String problem(Setting<?> setting, String text) {
    return "Setting "
        + setting.property()
        + ": \""
        + text
        + "\" is not "
        + setting.type().allowed()
        + "; used instead: "
        + setting.insteadTold();
  }
}
