package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.javaagent.costspan.attribution.Admission;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;
import io.opentelemetry.javaagent.costspan.attribution.HostPatterns;
import io.opentelemetry.javaagent.costspan.attribution.NamedFacts;
import io.opentelemetry.javaagent.costspan.attribution.NamedMethod;
import io.opentelemetry.javaagent.costspan.attribution.NamedMethods;
import io.opentelemetry.javaagent.costspan.attribution.PassOn;
import io.opentelemetry.javaagent.costspan.attribution.PathPattern;
import io.opentelemetry.javaagent.costspan.attribution.Source;
import io.opentelemetry.javaagent.costspan.attribution.UserHash;
import io.opentelemetry.javaagent.costspan.config.CostspanSettings;
import io.opentelemetry.javaagent.costspan.config.MethodRow;
import io.opentelemetry.javaagent.costspan.config.MethodSettings;
import io.opentelemetry.javaagent.costspan.config.PayerSettings;
import io.opentelemetry.javaagent.costspan.config.SourceKind;
import io.opentelemetry.javaagent.costspan.config.SourceList;
import io.opentelemetry.javaagent.costspan.config.SourceRow;
import io.opentelemetry.javaagent.costspan.config.TenantSettings;
import io.opentelemetry.javaagent.costspan.wire.ProviderHosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Turns what the operator wrote about who pays into what resolves it. */
final class Payers {

  private final List<String> problems = new ArrayList<>();
  private final List<String> callFields = new ArrayList<>();
  private final SourceMaker maker;
  private final Attribution attribution;
  private final Map<String, NamedMethod> methods;
  private final @Nullable PassOn passOn;

  private Payers(CostspanSettings settings, UnaryOperator<@Nullable String> resource) {
    PayerSettings payer = settings.payer();
    TenantSettings tenant = settings.tenant();
    this.maker = new SourceMaker(payer.baggageTrusted(), resource);
    this.attribution = Attribution.builder()
        .tenant(sources(tenant.from()))
        .user(sources(payer.userFrom()))
        .session(sources(payer.sessionFrom()))
        .feature(sources(payer.featureFrom()))
        .admission(Admission.of(tenant.allowed(), tenant.pattern()))
        .userHash(payer.plainUsers() ? null : UserHash.withKey(payer.userHashKey()))
        .tellingSources(payer.tellingSources())
        .build();
    this.methods = methods(settings.methods());
    this.passOn = passOn(tenant);
  }

  static Payers of(CostspanSettings settings, UnaryOperator<@Nullable String> resource) {
    return new Payers(settings, resource);
  }

  Attribution attribution() {
    return attribution;
  }

  /** A sentence for each thing that was written and cannot be used. */
  List<String> problems() {
    return problems;
  }

  /** What the sources read in requests of calls. */
  List<String> callFields() {
    return callFields;
  }

  /** From now on all that has to be known of what goes on around calls is read, and nothing else. */
  void install() {
    NamedFacts.install(attribution.namedFacts());
    NamedMethods.install(methods);
    PassOn.install(passOn);
  }

  private List<Source> sources(SourceList list) {
    List<Source> sources = new ArrayList<>();
    for (SourceRow row : list.rows()) {
      if (row.kind() == SourceKind.PATH && PathPattern.parse(row.argument()) == null) {
        problems.add("Costspan leaves out " + row + ": it is no path with one segment {}");
      } else {
        sources.add(maker.sourceOf(row));
      }
      if (row.kind() == SourceKind.CALL) {
        callFields.add(row.argument());
      }
    }
    return sources;
  }

  private static Map<String, NamedMethod> methods(MethodSettings settings) {
    Map<String, NamedMethod> methods = new HashMap<>();
    for (MethodRow row : settings.rows()) {
      methods.put(
          row.className() + "." + row.method(),
          NamedMethod.of(row.feature(), row.tenantArgument()));
    }
    return methods;
  }

  private @Nullable PassOn passOn(TenantSettings tenant) {
    List<String> hosts = new ArrayList<>();
    for (String host : tenant.passOnTo()) {
      if (isProvider(host)) {
        problems.add("Costspan tells no provider of LLMs the tenant: " + host + " is left out");
      } else {
        hosts.add(host);
      }
    }
    return hosts.isEmpty()
        ? null
        : new PassOn(attribution, new HostPatterns(hosts, Payers::isProvider), tenant.key());
  }

  private static boolean isProvider(String host) {
    return ProviderHosts.providerOf(host, -1) != null;
  }
}
