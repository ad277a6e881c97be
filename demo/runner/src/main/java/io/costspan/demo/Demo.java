package io.costspan.demo;

import io.costspan.demo.picture.Account;
import io.costspan.demo.picture.Exhibits;
import io.costspan.demo.picture.Reconciliation;
import io.costspan.demo.picture.SpendTable;
import io.costspan.testbed.otlp.OtlpReceiver;
import io.costspan.testbed.otlp.Received;
import io.costspan.testbed.provider.ProviderServer;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** One run: start, traffic, stop, and then the picture of what was exported. */
final class Demo {
  private final DemoSettings settings;
  private final PrintStream out;

  Demo(DemoSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Whether all sums agree; true as well when everything went to somebody else's collector. */
  boolean run() {
    List<List<Errand>> people = people();
    try (ProviderServer provider = ProviderServer.start();
        OtlpReceiver receiver = OtlpReceiver.start()) {
      introduce(people);
      serve(people, provider, receiver);
      if (settings.exportsElsewhere()) {
        out.print(Elsewhere.whereToLook(settings, provider.ledger()));
        return true;
      }
      return show(receiver.received(), provider);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", e);
    }
  }

  private List<List<Errand>> people() {
    if (!settings.live()) {
      return Errands.scripted();
    }
    List<String> missing = settings.missingKeys();
    missing.forEach(key -> out.println(key + " is not set: its provider is left out."));
    if (missing.size() == 2) {
      throw new DemoFailure("-Ddemo.live needs at least one of " + String.join(", ", missing));
    }
    return Errands.live(
        settings.has(DemoSettings.OPENAI_KEY), settings.has(DemoSettings.ANTHROPIC_KEY));
  }

  private void introduce(List<List<Errand>> people) {
    out.println();
    out.printf(
        "%d requests of %d tenants to a service under -javaagent:%s, which asks %s.%n",
        people.stream().mapToInt(List::size).sum(),
        people.size(),
        settings.agentJar().getFileName(),
        settings.live() ? "the real providers" : "a provider on loopback");
  }

  private void serve(List<List<Errand>> people, ProviderServer provider, OtlpReceiver receiver)
      throws InterruptedException {
    var environment = ServiceEnvironment.of(settings, provider, receiver);
    try (ServiceProcess service = ServiceProcess.start(settings, environment)) {
      new Visitors(service.address()).send(people);
      service.stop();
    }
  }

  private boolean show(Received received, ProviderServer provider) {
    out.print(Exhibits.of(received));
    out.println();
    out.println("SPEND  by tenant, feature and model, from the metrics");
    out.print(SpendTable.of(received));
    List<Account> accounts = accounts(received, provider);
    Reconciliation reconciliation = new Reconciliation(accounts);
    out.println();
    out.printf("SUMS  by model, from %d places%n", accounts.size());
    out.print(reconciliation);
    if (!settings.live()) {
      out.print(Untold.of(provider.ledger()));
    }
    return reconciliation.agrees();
  }

  private List<Account> accounts(Received received, ProviderServer provider) {
    List<Account> accounts = new ArrayList<>(List.of(
        Account.ofSpans(received), Account.ofMetrics(received), Account.ofEvents(received)));
    if (!settings.live()) {
      accounts.add(ProviderAccount.of(provider));
    }
    return accounts;
  }
}
