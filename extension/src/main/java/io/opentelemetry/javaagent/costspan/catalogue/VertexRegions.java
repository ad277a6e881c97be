package io.opentelemetry.javaagent.costspan.catalogue;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a regional endpoint of Vertex costs. Of Claude Sonnet 4.5 and later models it costs a tenth
 * more than the global one, which is the list price (Anthropic's documentation, read 2026-11-28); of
 * older ones and of all others it has no price of its own in any list.
 */
final class VertexRegions {

  private static final String ANY_REGION = "*";
  private static final BigDecimal PREMIUM = new BigDecimal("1.1");

  /** {@code claude-sonnet-4-5}; what is older has its version before its name, or no second number. */
  private static final Pattern CLAUDE =
      Pattern.compile("claude-[a-z]+-(\\d+)(?:-(\\d{1,2}))?(?:@.*)?");

  private VertexRegions() {}

  static void addTo(Entry entry) {
    String provider = entry.model().provider();
    // The engine falls back from Vertex to Gemini's list.
    if (provider.equals("gcp.vertex_ai") || provider.equals("gcp.gemini")) {
      BigDecimal times = hasPremium(entry.model().id()) ? PREMIUM : BigDecimal.ONE;
      for (ListedPrice price : entry.model().prices()) {
        price.timesByRegion().putIfAbsent(ANY_REGION, times);
      }
    }
  }

  static boolean hasPremium(String model) {
    Matcher claude = CLAUDE.matcher(model);
    if (!claude.matches()) {
      return false;
    }
    int major = Integer.parseInt(claude.group(1));
    int minor = claude.group(2) == null ? 0 : Integer.parseInt(claude.group(2));
    return major > 4 || (major == 4 && minor >= 5);
  }
}
