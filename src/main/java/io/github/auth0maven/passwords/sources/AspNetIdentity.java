package io.github.auth0maven.passwords.sources;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The blobs of ASP.NET Identity: base64 of a version, for the third one a digest and a count, then salt and key. */
final class AspNetIdentity {

    private static final List<String> DIGESTS = List.of("sha1", "sha256", "sha512");
    private static final int SIZE_OF_V2 = 1 + 16 + 32;
    private static final int HEAD_OF_V3 = 1 + 3 * Integer.BYTES;
    private static final int COUNT_OF_V2 = 1000;

    private AspNetIdentity() {}

    static Optional<SourceHash> read(String text) {
        if (!text.startsWith("A") || text.length() % 4 != 0) {
            return Optional.empty();
        }
        try {
            return read(ByteBuffer.wrap(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<SourceHash> read(ByteBuffer blob) {
        int size = blob.remaining();
        int version = blob.get();
        if (version == 0 && size == SIZE_OF_V2) {
            byte[] salt = bytes(blob, 16);
            return converted(
                    "ASP.NET Identity's hash of version 2",
                    Auth0Form.pbkdf2("sha1", COUNT_OF_V2, salt, bytes(blob, blob.remaining())));
        }
        if (version != 1 || size < HEAD_OF_V3) {
            return Optional.empty();
        }
        int digest = blob.getInt();
        long count = Integer.toUnsignedLong(blob.getInt());
        int salt = blob.getInt();
        boolean isWhole = digest >= 0 && digest < DIGESTS.size() && salt > 0 && salt < blob.remaining();
        if (!isWhole) {
            return Optional.empty();
        }
        byte[] salted = bytes(blob, salt);
        return converted(
                "ASP.NET Identity's hash of version 3",
                Auth0Form.pbkdf2(DIGESTS.get(digest), count, salted, bytes(blob, blob.remaining())));
    }

    private static Optional<SourceHash> converted(String source, String json) {
        return Optional.of(new SourceHash.Converted(source, json));
    }

    private static byte[] bytes(ByteBuffer blob, int count) {
        byte[] bytes = new byte[count];
        blob.get(bytes);
        return bytes;
    }
}
