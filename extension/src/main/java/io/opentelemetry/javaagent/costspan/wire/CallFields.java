package io.opentelemetry.javaagent.costspan.wire;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Fields of requests that are read because a setting names them. */
public final class CallFields {

  private static volatile Set<String> members = Collections.emptySet();

  private CallFields() {}

  /**
   * Names them, once, before the first request is read.
   *
   * @param names {@code user}, {@code metadata.team}
   */
  public static void read(Collection<String> names) {
    Set<String> first = new HashSet<>();
    for (String name : names) {
      RequestTables.alsoRead(name);
      int dot = name.indexOf('.');
      first.add(dot < 0 ? name : name.substring(0, dot));
    }
    members = first;
  }

  /** Whether anything is read in a member of a request: who hides the others is to show it. */
  public static boolean areReadIn(String member) {
    return members.contains(member);
  }
}
