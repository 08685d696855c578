package io.github.auth0maven.validation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a connection demands of identifiers by its options. What is not known of it is a warning where it matters, for Auth0 may
 * accept the user or refuse it.
 *
 * @param required which attributes every user needs
 * @param emailUnique whether no two users may have the same e-mail address
 * @param usernameLength how long usernames may be
 * @param usernameTypes what usernames may look like
 * @param identifiers what users log in with, in Auth0's words
 */
public record ConnectionRules(
        Required required,
        Optional<Boolean> emailUnique,
        Optional<Length> usernameLength,
        Optional<Set<UsernameType>> usernameTypes,
        Optional<Set<String>> identifiers) {

    /** Of a connection of which nothing is known. */
    public static final ConnectionRules UNKNOWN = new ConnectionRules(
            Required.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What a connection can let users log in with. */
    public static final List<String> IDENTIFIERS = List.of("email", "username", "phone_number");

    /** What may be known of a connection, or not. */
    enum Subject {
        EMAIL_REQUIRED,
        USERNAME_REQUIRED,
        PHONE_NUMBER_REQUIRED,
        IDENTIFIERS,
        EMAIL_UNIQUE,
        USERNAME_LENGTH,
        USERNAME_TYPE
    }

    /** Whether every user needs an attribute. */
    public record Required(Optional<Boolean> email, Optional<Boolean> username, Optional<Boolean> phoneNumber) {

        static final Required UNKNOWN = new Required(Optional.empty(), Optional.empty(), Optional.empty());

        private Required or(Required other) {
            return new Required(
                    email.or(other::email), username.or(other::username), phoneNumber.or(other::phoneNumber));
        }
    }

    /** A number of characters. */
    public record Length(int least, int most) {

        /** What a connection demands unless it is set to something else. */
        public static final Length USUAL = new Length(1, 15);

        /** What a connection can be set to. */
        public static final Length WIDEST = new Length(1, 128);

        public Length {
            if (least < 1 || most < least || most > 128) {
                throw new IllegalArgumentException("length " + least + "-" + most);
            }
        }

        @Override
        public String toString() {
            return least + " to " + most;
        }
    }

    public ConnectionRules {
        usernameTypes = usernameTypes.map(Set::copyOf);
        identifiers = identifiers.map(Set::copyOf);
    }

    /** What is known here, and of the rest what is known there. */
    public ConnectionRules or(ConnectionRules other) {
        return new ConnectionRules(
                required.or(other.required),
                emailUnique.or(other::emailUnique),
                usernameLength.or(other::usernameLength),
                usernameTypes.or(other::usernameTypes),
                identifiers.or(other::identifiers));
    }

    /** The names of identifiers in an order of their own. */
    static String inOrder(Set<String> identifiers) {
        return IDENTIFIERS.stream().filter(identifiers::contains).collect(Collectors.joining(" or "));
    }

    /** Whether nothing is known. */
    public boolean isUnknown() {
        return equals(UNKNOWN);
    }

    Set<Subject> unknown() {
        Set<Subject> unknown = EnumSet.allOf(Subject.class);
        Map<Subject, Optional<?>> subjects = Map.of(
                Subject.EMAIL_REQUIRED, required.email,
                Subject.USERNAME_REQUIRED, required.username,
                Subject.PHONE_NUMBER_REQUIRED, required.phoneNumber,
                Subject.IDENTIFIERS, identifiers,
                Subject.EMAIL_UNIQUE, emailUnique,
                Subject.USERNAME_LENGTH, usernameLength,
                Subject.USERNAME_TYPE, usernameTypes);
        subjects.forEach((subject, known) -> known.ifPresent(value -> unknown.remove(subject)));
        return unknown;
    }

    /** What is demanded that is said of no user as long as it is not known. */
    Set<Subject> demanded() {
        Set<Subject> demanded = EnumSet.noneOf(Subject.class);
        if (required.username.orElse(false)) {
            demanded.add(Subject.USERNAME_REQUIRED);
        }
        if (required.phoneNumber.orElse(false)) {
            demanded.add(Subject.PHONE_NUMBER_REQUIRED);
        }
        if (identifiers.isPresent() && !identifiers.get().containsAll(IDENTIFIERS)) {
            demanded.add(Subject.IDENTIFIERS);
        }
        return demanded;
    }

    /** What is known, in words; empty if nothing is. */
    @Override
    public String toString() {
        List<String> known = new ArrayList<>();
        required.email.ifPresent(needed -> known.add(needed ? "e-mail required" : "e-mail optional"));
        required.username.filter(needed -> needed).ifPresent(needed -> known.add("username required"));
        required.phoneNumber.filter(needed -> needed).ifPresent(needed -> known.add("phone number required"));
        emailUnique.ifPresent(unique -> known.add(unique ? "e-mail unique" : "e-mail not unique"));
        usernameLength.ifPresent(length -> known.add("usernames of " + length + " characters"));
        usernameTypes.ifPresent(types -> known.add(
                types.isEmpty()
                        ? "usernames neither e-mail addresses nor phone numbers"
                        : "usernames may be "
                                + types.stream()
                                        .sorted()
                                        .map(UsernameType::inWords)
                                        .collect(Collectors.joining(" or "))));
        identifiers.ifPresent(names -> known.add("login with " + inOrder(names)));
        return String.join(", ", known);
    }
}
