package io.github.auth0maven.plans;

/** What becomes of metadata that the tenant has and the users file has not. */
public enum Metadata {
    /** It is lost, for an upsert replaces a user's metadata whole. */
    REPLACE,
    /** It stays: what the file has is put beside it. */
    MERGE
}
