/**
 * A writing assistant for several customers, as a web service. It calls two providers through their
 * own SDKs and knows nothing about tenants, costs or telemetry.
 */
package io.costspan.demo.copilot;
