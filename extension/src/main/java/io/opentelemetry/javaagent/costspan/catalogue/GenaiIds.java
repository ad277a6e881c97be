package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The exact ids of a model of genai-prices. It matches by rules; only its own id and what a rule
 * demands to be equal are ids. On Bedrock its ids are rules too: {@code regional.X} is X and those
 * profiles of X that a rule names, and it ends every id in a version that newer ids do not have.
 */
final class GenaiIds {

  private static final String REGIONAL = "regional.";
  private static final Pattern PROFILE = Pattern.compile("(us|eu|jp|au|apac|ca|in|us-gov)\\.(.+)");
  private static final Pattern VERSION = Pattern.compile("(.+?)(-v\\d+)?(:\\d+)?");

  private GenaiIds() {}

  /** All of them; the first is the model's own. */
  static List<String> of(String provider, String id, JsonValue match) {
    Set<String> ids = new LinkedHashSet<>();
    if (provider.equals("aws.bedrock")) {
      addOfBedrock(ids, id, match);
    } else {
      ids.add(id);
      addEquals(ids, match);
      for (JsonValue rule : match.itemsOf("or")) {
        addEquals(ids, rule);
      }
    }
    return new ArrayList<>(ids);
  }

  private static void addEquals(Set<String> ids, JsonValue rule) {
    String id = rule.textOf("equals");
    if (id != null) {
      ids.add(id);
    }
  }

  private static void addOfBedrock(Set<String> ids, String id, JsonValue match) {
    String base = id.startsWith(REGIONAL) ? id.substring(REGIONAL.length()) : id;
    addVersions(ids, "", base);
    if (id.startsWith(REGIONAL)) {
      for (JsonValue rule : match.itemsOf("or")) {
        for (Map.Entry<String, JsonValue> test : rule.fields().entrySet()) {
          Matcher profile = PROFILE.matcher(test.getValue().text());
          if (profile.matches() && base.startsWith(profile.group(2))) {
            addVersions(ids, profile.group(1) + ".", base);
          }
        }
      }
    }
  }

  private static void addVersions(Set<String> ids, String profile, String id) {
    ids.add(profile + id);
    Matcher version = VERSION.matcher(id);
    if (version.matches()) {
      ids.add(profile + version.group(1));
    }
  }
}
