/**
 * What a call cost: the price book, which entry of it applies, and exact decimal arithmetic from
 * usage to cost. Pure Java.
 */
package io.opentelemetry.javaagent.costspan.price;
