package io.github.auth0maven.validation;

/** What tells one user from another. */
enum Identifier {
    EMAIL(
            0,
            Rule.EMAIL_DUPLICATED,
            "the same e-mail address, in any case, as the user at %s; Auth0 takes the first of them only"),
    USERNAME(
            1,
            Rule.USERNAME_DUPLICATED,
            "the same username, in any case, as the user at %s; Auth0 takes the first of them only"),
    USER_ID(2, Rule.USER_ID_DUPLICATED, "the same user_id as the user at %s; Auth0 takes the first of them only"),
    PHONE_NUMBER(
            3,
            Rule.PHONE_NUMBER_DUPLICATED,
            "the same phone number as the user at %s; Auth0 takes the first of them only");

    /** Its place among {@link UserValidator#ATTRIBUTES}. */
    final int attribute;

    final Rule repeated;
    private final String message;

    Identifier(int attribute, Rule repeated, String message) {
        this.attribute = attribute;
        this.repeated = repeated;
        this.message = message;
    }

    String inFile() {
        return UserValidator.ATTRIBUTES.get(attribute);
    }

    String message(String first) {
        return String.format(message, first);
    }
}
