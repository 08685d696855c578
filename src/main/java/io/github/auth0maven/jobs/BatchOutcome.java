package io.github.auth0maven.jobs;

/**
 * What became of a batch's users.
 *
 * @param settled those whom an attempt whose answer was lost had imported; part of {@code inserted}
 */
public record BatchOutcome(long inserted, long updated, long failed, long settled) {}
