package io.github.auth0maven.users;

/**
 * What is odd about a users file as a whole, such as a column of CSV whose values may be meant as something else than texts.
 *
 * @param position of what is odd, such as the name of the column in the header
 * @param subject its path in a user, such as {@code user_metadata.age}
 * @param message what is odd about it, and what to do
 */
public record FileWarning(Position position, String subject, String message) {}
