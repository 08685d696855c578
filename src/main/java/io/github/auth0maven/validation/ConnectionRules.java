package io.github.auth0maven.validation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a connection demands of identifiers by its options. What is not known of it is a warning where it matters, for Auth0 may
 * accept the user or refuse it.
 *
 * @param emailRequired whether every user needs an e-mail address
 * @param emailUnique whether no two users may have the same e-mail address
 * @param usernameLength how long usernames may be
 * @param usernameTypes what usernames may look like
 */
public record ConnectionRules(
        Optional<Boolean> emailRequired,
        Optional<Boolean> emailUnique,
        Optional<Length> usernameLength,
        Optional<Set<UsernameType>> usernameTypes) {

    /** Of a connection of which nothing is known. */
    public static final ConnectionRules UNKNOWN =
            new ConnectionRules(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What may be known of a connection, or not. */
    enum Subject {
        EMAIL_REQUIRED,
        EMAIL_UNIQUE,
        USERNAME_LENGTH,
        USERNAME_TYPE
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
    }

    /** What is known here, and of the rest what is known there. */
    public ConnectionRules or(ConnectionRules other) {
        return new ConnectionRules(
                emailRequired.or(other::emailRequired),
                emailUnique.or(other::emailUnique),
                usernameLength.or(other::usernameLength),
                usernameTypes.or(other::usernameTypes));
    }

    /** Whether nothing is known. */
    public boolean isUnknown() {
        return equals(UNKNOWN);
    }

    Set<Subject> unknown() {
        Set<Subject> unknown = EnumSet.noneOf(Subject.class);
        if (emailRequired.isEmpty()) {
            unknown.add(Subject.EMAIL_REQUIRED);
        }
        if (emailUnique.isEmpty()) {
            unknown.add(Subject.EMAIL_UNIQUE);
        }
        if (usernameLength.isEmpty()) {
            unknown.add(Subject.USERNAME_LENGTH);
        }
        if (usernameTypes.isEmpty()) {
            unknown.add(Subject.USERNAME_TYPE);
        }
        return unknown;
    }

    /** What is known, in words; empty if nothing is. */
    @Override
    public String toString() {
        List<String> known = new ArrayList<>();
        emailRequired.ifPresent(required -> known.add(required ? "e-mail required" : "e-mail optional"));
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
        return String.join(", ", known);
    }
}
