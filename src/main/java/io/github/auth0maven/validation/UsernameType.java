package io.github.auth0maven.validation;

/** What a username may look like, beside a plain one, if its connection allows it. */
public enum UsernameType {
    EMAIL("email", "e-mail addresses"),
    PHONE_NUMBER("phone_number", "phone numbers");

    private final String inOptions;
    private final String inWords;

    UsernameType(String inOptions, String inWords) {
        this.inOptions = inOptions;
        this.inWords = inWords;
    }

    /** As Auth0 writes it in {@code allowed_types} of a connection's options. */
    public String inOptions() {
        return inOptions;
    }

    String inWords() {
        return inWords;
    }
}
