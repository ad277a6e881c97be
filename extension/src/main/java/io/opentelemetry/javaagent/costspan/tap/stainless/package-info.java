/**
 * What the SDKs that one generator (Stainless) makes have in common at their HTTP seam. Names no
 * class of an SDK: each has its own package, and its own tap.
 */
package io.opentelemetry.javaagent.costspan.tap.stainless;
