package io.opentelemetry.javaagent.costspan.catalogue;

import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import io.opentelemetry.javaagent.costspan.price.Quote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Logger;

/**
 * The prices in force: the bundled book under a user's file, which is read again when it changes. A
 * file with a mistake leaves in force what was. Calls read one volatile field; thread-safe.
 */
public final class LivePrices implements Pricing {

  private static final Logger logger = Logger.getLogger(LivePrices.class.getName());

  private final PriceBook bundled;
  private final Path file;
  private volatile PriceBook inForce;
  private FileStamp seen;

  private LivePrices(PriceBook bundled, Path file) {
    this.bundled = bundled;
    this.file = file;
    this.inForce = bundled;
    this.seen = FileStamp.of(file);
  }

  /** The bundled book with the file on top, if it can be read; else one warning and the book alone. */
  public static LivePrices open(PriceBook bundled, Path file) {
    LivePrices prices = new LivePrices(bundled, file);
    prices.read("the bundled prices only");
    return prices;
  }

  /**
   * Reads the file again if it has changed since it was last looked at. Never throws; not meant for
   * the thread of a call.
   *
   * @return whether other prices are in force now
   */
  public synchronized boolean refresh() {
    FileStamp now = FileStamp.of(file);
    if (now.equals(seen)) {
      return false;
    }
    seen = now;
    boolean changed = read("the prices that were in force");
    if (changed) {
      logger.info("Price file " + file + " was read again; " + size() + " models");
    }
    return changed;
  }

  @Override
  public Quote quote(BilledCall call) {
    return inForce.quote(call);
  }

  @Override
  public String version() {
    return inForce.version();
  }

  @Override
  public int size() {
    return inForce.size();
  }

  private boolean read(String otherwise) {
    try {
      inForce = bundled.overlaidWith(PriceFiles.open(file));
      return true;
    } catch (IOException | RuntimeException e) {
      // Somebody may be writing it: what is half there now is read at the next look.
      if (seen.equals(FileStamp.of(file))) {
        logger.warning("Price file " + reason(e) + "; used instead: " + otherwise);
      }
      return false;
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
