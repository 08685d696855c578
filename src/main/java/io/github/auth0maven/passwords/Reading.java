package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Another reading of a hash, and what would have to be changed in the users file for Auth0 to read it so.
 *
 * @param changes what to set, such as {@code salt.position "suffix"}; none for the hash as it stands
 * @param form what the source hashed instead of the password
 * @param edit makes the change to a {@code custom_password_hash}
 */
record Reading(List<String> changes, PasswordForm form, UnaryOperator<ObjectNode> edit) {

    /** The hash as it stands. */
    static final Reading AS_IT_IS = new Reading(List.of(), PasswordForm.AS_IT_IS, UnaryOperator.identity());

    /** Copies the list. */
    Reading {
        changes = List.copyOf(changes);
    }

    /** This reading with one more change. */
    Reading and(String change, UnaryOperator<ObjectNode> more) {
        List<String> all = new ArrayList<>(changes);
        all.add(change);
        return new Reading(all, form, hash -> more.apply(edit.apply(hash)));
    }

    /** This reading of something else than the password. */
    Reading of(PasswordForm other) {
        if (other.encoding().isEmpty()) {
            return new Reading(changes, other, edit);
        }
        Reading told = and("password.encoding \"" + other.encoding() + "\"", hash -> {
            hash.putObject("password").put("encoding", other.encoding());
            return hash;
        });
        return new Reading(told.changes, other, told.edit);
    }

    /** Whether the password opens the hash, read so. */
    boolean fits(KnownPassword password, ObjectNode hash) {
        byte[] bytes = form.bytes().apply(password);
        try {
            return Verifier.matches(bytes, edit.apply(hash.deepCopy()));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Whether Auth0 can be brought to read it so. */
    boolean isPossible() {
        return form.isPossible();
    }

    /** How far it is from what stands in the file. */
    int distance() {
        return changes.size() + (form.isPossible() ? 0 : 2);
    }
}
