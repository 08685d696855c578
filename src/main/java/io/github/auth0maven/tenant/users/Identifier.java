package io.github.auth0maven.tenant.users;

/** What tells one user from another, by the import file's names. */
public enum Identifier {
    EMAIL("email"),
    USERNAME("username"),
    USER_ID("user_id"),
    PHONE_NUMBER("phone_number");

    private final String property;

    Identifier(String property) {
        this.property = property;
    }

    public String property() {
        return property;
    }
}
