package io.github.auth0maven.passwords;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sample as it is being read: its password is never made a {@link String}. */
final class SampleEntry implements AutoCloseable {

    private final Map<String, String> identifiers = new LinkedHashMap<>();
    private @Nullable KnownPassword password;

    /** Takes a member; what is neither an identifier nor the password is passed over. */
    void set(String name, char[] text, int from, int length) {
        if (name.equals("password") && length > 0) {
            close();
            password = KnownPassword.of(text, from, length);
        } else if (Samples.IDENTIFIERS.contains(name)) {
            String identifier = new String(text, from, length);
            if (!identifier.isBlank()) {
                identifiers.put(name, identifier);
            }
        }
    }

    /** Adds it to the others. */
    void addTo(Samples samples) throws SamplesException {
        String name = "sample " + (samples.size() + 1);
        if (identifiers.isEmpty()) {
            throw new SamplesException(name + " has no email, username or user_id");
        }
        if (password == null) {
            throw new SamplesException(name + " has no password");
        }
        if (!samples.add(identifiers, password)) {
            throw new SamplesException(name + " names a user of a sample before it");
        }
    }

    /** Wipes the password. */
    @Override
    public void close() {
        if (password != null) {
            password.close();
        }
    }
}
