package io.costspan.benchmarks.call;

import java.util.concurrent.Callable;

/**
 * A call that is measured.
 *
 * @param batch how many are made in a row: 20 to 40 ms, and no more than an exporter takes at once
 * @param body one call, to its end
 */
record Call(String name, int batch, Callable<?> body) {}
