/**
 * A provider on loopback that answers as OpenAI, Anthropic and Google do, does what the request asks it to
 * do and nothing hidden, and keeps its own ledger of what every answer cost.
 */
package io.costspan.testbed.provider;
