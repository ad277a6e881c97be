/**
 * Price files: a user's own, which is read again when it changes, and other people's price lists.
 */
package io.opentelemetry.javaagent.costspan.catalogue;
