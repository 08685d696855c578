package io.github.auth0maven.validation;

/** What tells one user from another. */
enum Identifier {
    EMAIL(0, Rule.EMAIL_DUPLICATED, "e-mail address", ", in any case,"),
    USERNAME(1, Rule.USERNAME_DUPLICATED, "username", ", in any case,"),
    USER_ID(2, Rule.USER_ID_DUPLICATED, "user_id", ""),
    PHONE_NUMBER(3, Rule.PHONE_NUMBER_DUPLICATED, "phone number", "");

    /** Its place among {@link UserValidator#ATTRIBUTES}. */
    final int attribute;

    final Rule repeated;
    private final String noun;
    private final String comparison;

    Identifier(int attribute, Rule repeated, String noun, String comparison) {
        this.attribute = attribute;
        this.repeated = repeated;
        this.noun = noun;
        this.comparison = comparison;
    }

    String inFile() {
        return UserValidator.ATTRIBUTES.get(attribute);
    }

    /**
     * What to say of a user that has the identifier of an earlier one.
     *
     * @param shown the identifier as it is written
     * @param first where the earlier one is
     */
    String message(String shown, String first) {
        return shown + " is the same " + noun + comparison + " as that of the user at " + first
                + "; Auth0 takes the first of them only";
    }
}
