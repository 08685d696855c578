package io.github.auth0maven.validation;

/** What a username may look like, beside a plain one, if its connection allows it. */
public enum UsernameType {
    EMAIL("e-mail addresses"),
    PHONE_NUMBER("phone numbers");

    private final String inWords;

    UsernameType(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }
}
