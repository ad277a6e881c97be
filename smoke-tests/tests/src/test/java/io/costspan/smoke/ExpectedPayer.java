package io.costspan.smoke;

import org.jspecify.annotations.Nullable;

/**
 * Who is to pay for a call.
 *
 * @param session null when the request names none
 */
record ExpectedPayer(String tenant, @Nullable String session, String feature) {}
