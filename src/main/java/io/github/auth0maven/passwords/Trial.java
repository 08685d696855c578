package io.github.auth0maven.passwords;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.passwords.Samples.Sample;
import io.github.auth0maven.users.Position;
import java.util.Arrays;

/** One sample, tried on the hash of its user. */
final class Trial {

    private final Position position;
    private final HashShape shape;
    private final Sample sample;
    private final ObjectNode user;
    private volatile boolean matches;

    Trial(Position position, HashShape shape, Sample sample, ObjectNode user) {
        this.position = position;
        this.shape = shape;
        this.sample = sample;
        this.user = user.retain("password_hash", "custom_password_hash");
    }

    void run() {
        if (user.has("password_hash")) {
            byte[] bytes = sample.password().utf8();
            matches = Verifier.isBcryptOf(bytes, user.path("password_hash").asText());
            Arrays.fill(bytes, (byte) 0);
        } else {
            matches = Verifier.matches(sample.password(), user.path("custom_password_hash"));
        }
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
        return user.has("password_hash") ? "password_hash" : "custom_password_hash";
    }

    /** The hash as a {@code custom_password_hash}, which a bcrypt hash can be, too. */
    ObjectNode hash() {
        if (user.path("custom_password_hash").isObject()) {
            return (ObjectNode) user.path("custom_password_hash");
        }
        ObjectNode custom = user.objectNode().put("algorithm", "bcrypt");
        custom.putObject("hash").put("value", user.path("password_hash").asText());
        return custom;
    }
}
