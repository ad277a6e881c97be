/**
 * What a provider reported about one call, in one vocabulary for all of them: totals that include
 * their parts, and their split into disjoint leaves that can be priced and summed. Pure Java.
 */
package io.opentelemetry.javaagent.costspan.usage;
