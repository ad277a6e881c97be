/** What the taps of all SDKs are made of. Names no class of an SDK. */
package io.opentelemetry.javaagent.costspan.tap.seam;
