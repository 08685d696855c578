package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.passwords.Samples.Sample;
import io.github.auth0maven.users.Position;

/** One sample, tried on the hash of its user. */
final class Trial {

    private static final String PASSWORD_HASH = "password_hash";

    private final Position position;
    private final HashShape shape;
    private final Sample sample;
    private final String attribute;
    /** As a {@code custom_password_hash}, which a bcrypt hash can be, too. */
    private final ObjectNode hash;

    private volatile boolean matches;

    /**
     * @param user with a hash, or without any
     */
    Trial(Position position, HashShape shape, Sample sample, ObjectNode user) {
        this.position = position;
        this.shape = shape;
        this.sample = sample;
        attribute = user.path(PASSWORD_HASH).isTextual() ? PASSWORD_HASH : "custom_password_hash";
        hash = hashOf(user);
    }

    private static ObjectNode hashOf(ObjectNode user) {
        if (!user.path(PASSWORD_HASH).isTextual() && user.path("custom_password_hash") instanceof ObjectNode custom) {
            return custom;
        }
        ObjectNode custom = user.objectNode().put("algorithm", "bcrypt");
        custom.putObject("hash").put("value", user.path(PASSWORD_HASH).asText());
        return custom;
    }

    void run() {
        matches = canBeTried() && Verifier.matches(sample.password(), hash);
    }

    /** Whether a password could open the hash, and there is the memory to try it. */
    boolean canBeTried() {
        return shape.problem().isEmpty() && megabytes() <= TryMemory.MOST_MEGABYTES;
    }

    /** The memory that it takes. */
    int megabytes() {
        return TryMemory.of(hash);
    }

    Position position() {
        return position;
    }

    HashShape shape() {
        return shape;
    }

    boolean matches() {
        return matches;
    }

    /** The number of its sample. */
    int number() {
        return sample.number();
    }

    KnownPassword password() {
        return sample.password();
    }

    String attribute() {
        return attribute;
    }

    ObjectNode hash() {
        return hash;
    }
}
