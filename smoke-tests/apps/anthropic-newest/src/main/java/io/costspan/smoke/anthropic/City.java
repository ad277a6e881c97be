package io.costspan.smoke.anthropic;

/** What the application wants instead of text. */
public final class City {
  public String city = "";
  public long population;

  @Override
  public String toString() {
    return city + ", " + population + " people";
  }
}
