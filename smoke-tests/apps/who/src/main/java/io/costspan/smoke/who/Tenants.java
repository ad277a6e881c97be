package io.costspan.smoke.who;

/** Two customers. Which of them a call is made for, its number says. */
final class Tenants {
  private Tenants() {}

  static String of(long number) {
    return "tenant-" + number % 2;
  }
}
