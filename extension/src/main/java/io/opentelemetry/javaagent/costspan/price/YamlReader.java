package io.opentelemetry.javaagent.costspan.price;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into the same small tree as {@link JsonReader}. Every scalar is the text that was
 * written: {@code 0.40} is no double here. Anchors and aliases are refused: a few lines of them can
 * stand for gigabytes.
 */
final class YamlReader {

  private static final int MAX_DEPTH = 32;

  /** The scanner takes time by the square of what it finds between two line breaks. */
  private static final int MAX_LINE = 50_000;

  private final String sourceName;
  private final Iterator<Event> events;
  private int line = 1;

  private YamlReader(String sourceName, Iterator<Event> events) {
    this.sourceName = sourceName;
    this.events = events;
  }

  /**
   * Reads one mapping.
   *
   * @throws PriceBookException when the content is not one YAML document that is a mapping
   */
  static JsonObject read(String yaml, String sourceName) throws PriceBookException {
    requireShortLines(yaml, sourceName);
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(yaml.length() + 1).build();
    try {
      return new YamlReader(sourceName, new Parse(settings).parseString(yaml).iterator()).root();
    } catch (MarkedYamlEngineException e) {
      throw new PriceBookException(
          sourceName + ", line " + lineOf(e) + ": not YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new PriceBookException(sourceName + ", line 1: not YAML: " + e.getMessage(), e);
    }
  }

  private static void requireShortLines(String yaml, String sourceName) throws PriceBookException {
    int line = 1;
    int begin = 0;
    for (int i = 0; i < yaml.length(); i++) {
      if (yaml.charAt(i) == '\n') {
        line++;
        begin = i + 1;
      } else if (i - begin >= MAX_LINE) {
        throw new PriceBookException(sourceName + ", line " + line
            + ": not YAML: a line of more than " + MAX_LINE + " characters");
      }
    }
  }

  private JsonObject root() throws PriceBookException {
    next(); // stream start
    Event event = next();
    if (event.getEventId() == Event.ID.DocumentStart) {
      event = next();
    }
    if (!(event instanceof MappingStartEvent)) {
      throw problem(event, "a price book is a mapping");
    }
    refuseAnchor(event);
    JsonObject root = mapping(event, 1);
    next(); // document end
    if (next().getEventId() != Event.ID.StreamEnd) {
      throw problem(event, "there is something after the end of the book");
    }
    return root;
  }

  private JsonObject mapping(Event start, int depth) throws PriceBookException {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
      if (!(key instanceof ScalarEvent)) {
        throw problem(key, "a name is a text");
      }
      refuseAnchor(key);
      String name = ((ScalarEvent) key).getValue();
      if (fields.put(name, value(next(), depth)) != null) {
        throw problem(key, name + " stands here twice");
      }
    }
    return new JsonObject(sourceName, line(start), fields);
  }

  private List<Object> sequence(int depth) throws PriceBookException {
    List<Object> values = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      values.add(value(event, depth));
    }
    return values;
  }

  private Object value(Event event, int depth) throws PriceBookException {
    if (depth >= MAX_DEPTH) {
      throw problem(event, "nested too deeply");
    }
    refuseAnchor(event);
    if (event instanceof MappingStartEvent) {
      return mapping(event, depth + 1);
    }
    if (event instanceof SequenceStartEvent) {
      return sequence(depth + 1);
    }
    if (event instanceof ScalarEvent) {
      return ((ScalarEvent) event).getValue();
    }
    throw problem(event, "unexpected " + event.getEventId());
  }

  private void refuseAnchor(Event event) throws PriceBookException {
    if (event instanceof NodeEvent && ((NodeEvent) event).getAnchor().isPresent()) {
      throw problem(event, "anchors and aliases are not read here");
    }
  }

  private Event next() throws PriceBookException {
    try {
      if (!events.hasNext()) {
        throw new PriceBookException(sourceName + ", line 1: the end is missing");
      }
      Event event = events.next();
      line = line(event);
      return event;
    } catch (NumberFormatException e) {
      // The scanner lets it pass: for eight digits beyond an int, for an escape that is cut off.
      // off at the end.
      throw new PriceBookException(
          sourceName + ", line " + line + ": not YAML: an escape from here on is no character", e);
    }
  }

  private PriceBookException problem(Event event, String what) {
    return new PriceBookException(sourceName + ", line " + line(event) + ": " + what);
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private static int lineOf(MarkedYamlEngineException e) {
    return e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
