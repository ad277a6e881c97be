package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.catalogue.PriceFiles;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** The price books that a command names. */
final class Books {

  /** Stands for the book in the jar. */
  static final String BUNDLED = "bundled";

  private Books() {}

  /** The bundled book, under a price file where one is named. */
  static PriceBook inForce(@Nullable String file) throws WrongUsage, IOException {
    PriceBook bundled = PriceBook.bundled();
    return file == null ? bundled : bundled.overlaidWith(PriceFiles.open(path(file)));
  }

  /** One book by itself. */
  static PriceBook alone(String file) throws WrongUsage, IOException {
    return file.equals(BUNDLED) ? PriceBook.bundled() : PriceFiles.open(path(file));
  }

  static Path path(String file) throws WrongUsage {
    try {
      return Paths.get(file);
    } catch (InvalidPathException e) {
      throw new WrongUsage(file + " is not the name of a file");
    }
  }
}
