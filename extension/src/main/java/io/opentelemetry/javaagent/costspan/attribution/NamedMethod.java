package io.opentelemetry.javaagent.costspan.attribution;

/** A method that the settings name: its feature, and which of its arguments is the tenant. */
public final class NamedMethod {

  /** Of a method that does not say which of its arguments is the tenant. */
  public static final int NO_ARGUMENT = -1;

  private final String feature;
  private final int tenantArgument;

  private NamedMethod(String feature, int tenantArgument) {
    this.feature = feature;
    this.tenantArgument = tenantArgument;
  }

  /**
   * @param tenantArgument from 0, or {@link #NO_ARGUMENT}
   */
  public static NamedMethod of(String feature, int tenantArgument) {
    return new NamedMethod(feature, tenantArgument);
  }

  String feature() {
    return feature;
  }

  int tenantArgument() {
    return tenantArgument;
  }
}
