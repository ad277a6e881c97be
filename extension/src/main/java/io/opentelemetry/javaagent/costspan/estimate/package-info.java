/**
 * The tokenizer that an operator brings along: a library that is too large for our jar, loaded from
 * a file of its own. Nothing here is touched unless a setting names that file.
 */
package io.opentelemetry.javaagent.costspan.estimate;
