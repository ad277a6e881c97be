package io.opentelemetry.javaagent.costspan.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON document that is being written; decimals are strings, what is not known is left out. */
final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator generator;

  /** What is written inside an object or array. */
  interface Content {
    void write() throws IOException;
  }

  Json() {
    try {
      generator = FACTORY.createGenerator(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    generator.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
  }

  Json object(Content content) throws IOException {
    generator.writeStartObject();
    content.write();
    generator.writeEndObject();
    return this;
  }

  Json object(String name, Content content) throws IOException {
    generator.writeFieldName(name);
    return object(content);
  }

  Json array(Content content) throws IOException {
    generator.writeStartArray();
    content.write();
    generator.writeEndArray();
    return this;
  }

  Json array(String name, Content content) throws IOException {
    generator.writeFieldName(name);
    return array(content);
  }

  Json put(String name, @Nullable String value) throws IOException {
    if (value != null) {
      generator.writeStringField(name, value);
    }
    return this;
  }

  Json put(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
    return this;
  }

  Json put(String name, List<String> values) throws IOException {
    return array(name, () -> {
      for (String value : values) {
        generator.writeString(value);
      }
    });
  }

  /** The document so far; nothing is written after that. */
  String done() throws IOException {
    generator.close();
    return text.toString();
  }
}
