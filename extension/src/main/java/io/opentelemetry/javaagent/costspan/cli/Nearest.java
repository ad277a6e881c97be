package io.opentelemetry.javaagent.costspan.cli;

import java.util.ArrayList;
import java.util.List;

/** What somebody may have meant by a word that is not known. */
final class Nearest {

  private static final int MAX_EDITS = 2;

  private Nearest() {}

  /** {@code , did you mean x or y?}; empty when nothing that is known is near. */
  static String hint(String word, List<String> known) {
    List<String> near = new ArrayList<>();
    for (String candidate : known) {
      if (isNear(word, candidate)) {
        near.add(candidate);
      }
    }
    return near.isEmpty() ? "" : ", did you mean " + String.join(" or ", near) + "?";
  }

  private static boolean isNear(String word, String candidate) {
    String bare = word.replaceFirst("^-+", "");
    return bare.length() > 2
        && (endsWithWord(candidate, bare) || edits(word, candidate) <= MAX_EDITS);
  }

  private static boolean endsWithWord(String candidate, String word) {
    return candidate.endsWith("-" + word) || candidate.endsWith(" " + word);
  }

  /** How many letters have to be put in, taken out or changed. */
  private static int edits(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int i = 0; i <= to.length(); i++) {
      above[i] = i;
    }
    for (int row = 1; row <= from.length(); row++) {
      above = next(above, row, from.charAt(row - 1), to);
    }
    return above[to.length()];
  }

  private static int[] next(int[] above, int row, char letter, String to) {
    int[] edits = new int[above.length];
    edits[0] = row;
    for (int i = 1; i < edits.length; i++) {
      int changed = above[i - 1] + (letter == to.charAt(i - 1) ? 0 : 1);
      edits[i] = Math.min(changed, 1 + Math.min(above[i], edits[i - 1]));
    }
    return edits;
  }
}
