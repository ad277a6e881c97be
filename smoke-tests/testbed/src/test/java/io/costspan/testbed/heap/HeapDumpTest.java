package io.costspan.testbed.heap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapDumpTest {
  private static final String BYTES = "byte[]";
  private static final int MEGABYTE = 1_000_000;

  @TempDir
  private Path directory;

  @Test
  void countsWhatIsHeldByNobodyElse() throws IOException {
    Hidden holder = new Hidden(new ArrayList<>(List.of(new byte[MEGABYTE], new byte[MEGABYTE])));

    Map<String, Long> held = heldOnlyByHidden();

    assertThat(held.get(BYTES)).isBetween(2L * MEGABYTE, 2L * MEGABYTE + 1_000);
    assertThat(held).containsKeys("java.util.ArrayList", "java.lang.Object[]");
    Reference.reachabilityFence(holder);
  }

  @Test
  void countsNotWhatSomebodyElseHoldsToo() throws IOException {
    byte[] shared = new byte[MEGABYTE];
    Hidden holder = new Hidden(List.of(shared));

    assertThat(heldOnlyByHidden().getOrDefault(BYTES, 0L)).isLessThan(MEGABYTE);
    Reference.reachabilityFence(List.of(holder, shared));
  }

  @Test
  void takesWeaklyForNotAtAll() throws IOException {
    byte[] shared = new byte[MEGABYTE];
    Hidden holder = new Hidden(List.of(shared));
    WeakReference<byte[]> weak = new WeakReference<>(shared);
    shared = null;

    assertThat(heldOnlyByHidden().get(BYTES)).isGreaterThanOrEqualTo(MEGABYTE);
    Reference.reachabilityFence(List.of(holder, weak));
  }

  @Test
  void countsStaticFieldsOfTheClassToo() throws IOException {
    Hidden.kept = new byte[MEGABYTE];

    Map<String, Long> held = heldOnlyByHidden();

    assertThat(held.get(BYTES)).isBetween((long) MEGABYTE, MEGABYTE + 1_000L);
    Hidden.kept = new byte[0];
  }

  @Test
  void takesSoftlyForNotAtAll() throws IOException {
    byte[] shared = new byte[MEGABYTE];
    Hidden holder = new Hidden(List.of(shared));
    SoftReference<byte[]> soft = new SoftReference<>(shared);
    shared = null;

    assertThat(heldOnlyByHidden().get(BYTES)).isGreaterThanOrEqualTo(MEGABYTE);
    Reference.reachabilityFence(List.of(holder, soft));
  }

  private Map<String, Long> heldOnlyByHidden() throws IOException {
    Path file = directory.resolve("test.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
    return HeapDump.read(file).heldOnlyBy(Hidden.class.getName());
  }

  private record Hidden(List<byte[]> bytes) {
    private static byte[] kept = new byte[0];
  }
}
