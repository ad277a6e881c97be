package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.price.PriceBookException;
import io.opentelemetry.javaagent.costspan.telemetry.PriceBookAge;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the price books at startup. One warning for what an operator has to know, never a failure. */
final class PriceBooks {

  private static final Logger logger = Logger.getLogger(PriceBooks.class.getName());

  /** Providers change prices several times a year. */
  private static final int STALE_AFTER_DAYS = 120;

  /** Far above any real book; reading it must not delay the application. */
  private static final long MAX_BYTES = 10_000_000;

  private final LocalDate today;

  PriceBooks(LocalDate today) {
    this.today = today;
  }

  /** The bundled book, with the operator's on top when there is one that can be read. */
  PriceBook inForce(@Nullable Path file) {
    PriceBook bundled = PriceBook.bundled();
    warnWhenStale(bundled.version());
    if (file == null) {
      return bundled;
    }
    try {
      return bundled.overlaidWith(open(file));
    } catch (PriceBookException e) {
      return withoutFile(bundled, reason(e));
    } catch (IOException | RuntimeException e) {
      return withoutFile(bundled, file + ": " + reason(e));
    }
  }

  private static PriceBook withoutFile(PriceBook bundled, String problem) {
    logger.warning("Price file " + problem + "; used instead: the bundled prices only");
    return bundled;
  }

  private static PriceBook open(Path file) throws IOException {
    // A pipe would be waited for.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("is not a file");
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("is larger than " + MAX_BYTES + " bytes");
    }
    try (InputStream book = new BufferedInputStream(Files.newInputStream(file))) {
      return PriceBook.parse(book, file.toString());
    }
  }

  private static String reason(Exception e) {
    return e instanceof NoSuchFileException
        ? "does not exist"
        : e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private void warnWhenStale(String version) {
    long days = PriceBookAge.days(version, today).orElse(0);
    if (days > STALE_AFTER_DAYS) {
      logger.warning("The bundled prices are of "
          + version
          + ", "
          + days
          + " days ago: costs may be wrong. Use a newer Costspan, or a price file of your own");
    }
  }
}
