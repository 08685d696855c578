package io.github.auth0maven.users;

/**
 * A column of a CSV file whose values may be meant as something else than the texts they are read as.
 *
 * @param position of its name in the header
 * @param column its path in a user, such as {@code user_metadata.age}
 * @param message what is odd about it, and what to do
 */
public record ColumnWarning(Position position, String column, String message) {}
