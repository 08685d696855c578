package io.github.auth0maven.validation;

/** What tells one user from another. */
enum Identifier {
    EMAIL(
            Rule.EMAIL_DUPLICATED,
            "the same e-mail address, in any case, as the user at %s; Auth0 takes the first of them only"),
    USERNAME(
            Rule.USERNAME_DUPLICATED,
            "the same username, in any case, as the user at %s; Auth0 takes the first of them only"),
    USER_ID(Rule.USER_ID_DUPLICATED, "the same user_id as the user at %s; Auth0 takes the first of them only"),
    PHONE_NUMBER(Rule.PHONE_NUMBER_REPEATED, "the same phone number as the user at %s; check that it is meant");

    final Rule repeated;
    private final String message;

    Identifier(Rule repeated, String message) {
        this.repeated = repeated;
        this.message = message;
    }

    String inFile() {
        return UserValidator.ATTRIBUTES.get(ordinal());
    }

    String message(String first) {
        return String.format(message, first);
    }
}
