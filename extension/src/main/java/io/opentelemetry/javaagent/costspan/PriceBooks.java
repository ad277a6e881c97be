package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.javaagent.costspan.catalogue.LivePrices;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import io.opentelemetry.javaagent.costspan.telemetry.PriceBookAge;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the prices at startup. One warning for what an operator has to know, never a failure. */
final class PriceBooks {

  private static final Logger logger = Logger.getLogger(PriceBooks.class.getName());

  /** Providers change prices several times a year. */
  private static final int STALE_AFTER_DAYS = 120;

  private final LocalDate today;

  PriceBooks(LocalDate today) {
    this.today = today;
  }

  /**
   * The bundled book, with the operator's on top when there is one that can be read.
   *
   * @param refreshSeconds how often the operator's file is looked at; 0 for never again
   */
  Pricing inForce(@Nullable Path file, int refreshSeconds) {
    PriceBook bundled = PriceBook.bundled();
    warnWhenStale(bundled.version());
    if (file == null) {
      return bundled;
    }
    LivePrices prices = LivePrices.open(bundled, file);
    if (refreshSeconds > 0) {
      lookEvery(refreshSeconds, prices);
    }
    return prices;
  }

  private static void lookEvery(int seconds, LivePrices prices) {
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(look -> {
      Thread daemon = new Thread(look, "costspan-prices");
      daemon.setDaemon(true);
      daemon.setContextClassLoader(null);
      return daemon;
    });
    // Ends with the JVM: nobody waits for it.
    ScheduledFuture<?> unused =
        thread.scheduleWithFixedDelay(() -> refresh(prices), seconds, seconds, TimeUnit.SECONDS);
  }

  /** Whatever is thrown on would end all further looks in silence. */
  private static void refresh(LivePrices prices) {
    try {
      prices.refresh();
    } catch (Throwable t) {
      logger.warning("The price file cannot be looked at: " + t);
    }
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
