package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one part of who pays is looked up: the first source that answers wins. Thread-safe. */
final class Dimension {

  private final Source[] sources;

  Dimension(List<Source> sources) {
    this.sources = sources.toArray(new Source[0]);
  }

  /** A {@link PlainText}, or null when no source answers. */
  @Nullable
  String resolve(Context context, @Nullable ServedRequest served, CallFields call) {
    for (Source source : sources) {
      String text = PlainText.orNull(source.read(context, served, call));
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** Name of the source that answers. */
  @Nullable
  String sourceOf(Context context, @Nullable ServedRequest served, CallFields call) {
    for (Source source : sources) {
      if (PlainText.orNull(source.read(context, served, call)) != null) {
        return source.name();
      }
    }
    return null;
  }

  void nameFacts(NamedFacts.Builder named) {
    for (Source source : sources) {
      source.nameFacts(named);
    }
  }
}
