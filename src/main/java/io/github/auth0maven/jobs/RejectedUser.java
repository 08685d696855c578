package io.github.auth0maven.jobs;

import io.github.auth0maven.users.Position;
import java.util.Optional;

/**
 * A user of a batch that was not imported.
 *
 * @param position its place in the users file, if the service's echo led to one
 */
public record RejectedUser(Optional<Position> position, Rejection rejection) {}
