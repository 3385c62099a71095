package io.orderweave.simulator.allegro;

import java.time.Instant;

/** A code a seller's browser brings back; good once, for ten seconds. */
record AuthorizationCode(String redirectUri, Instant until) {}
