/** What the price engine costs by itself, without an agent: a call's price, and the bundled book. */
package io.costspan.benchmarks.price;
