package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.Credentials;

/**
 * Credentials, with what has given them.
 *
 * @param source in words for the log
 */
public record SourcedCredentials(Credentials credentials, String source) {

    /** Of which kind they are, and where they are from; no part of them. */
    @Override
    public String toString() {
        String kind = credentials instanceof Credentials.AccessToken
                ? "access token"
                : credentials instanceof Credentials.ClientSecret
                        ? "client id and secret"
                        : "client id and private key";
        return kind + " (" + source + ")";
    }
}
