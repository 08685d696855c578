package io.github.auth0maven.passwords.hashes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import java.util.Arrays;

/** Makes the hash of a password that is known, as Auth0's password_hash takes it: bcrypt of 10 rounds. */
public final class NewHash {

    private static final int ROUNDS = 10;
    /** What bcrypt looks at. */
    private static final int MOST_BYTES = 72;

    private NewHash() {}

    public static String of(String password) {
        byte[] bytes = password.getBytes(UTF_8);
        byte[] input = Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES));
        Arrays.fill(bytes, (byte) 0);
        try {
            return BcryptFunction.getInstance(Bcrypt.B, ROUNDS).hash(input).getResult();
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }
}
