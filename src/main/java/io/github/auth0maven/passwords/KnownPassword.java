package io.github.auth0maven.passwords;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A password that somebody knows; it is wiped once it is not needed any more, and never prints itself. */
public final class KnownPassword implements AutoCloseable {

    private final char[] characters;

    private KnownPassword(char[] characters) {
        this.characters = characters;
    }

    /** A password of these characters, which are copied. */
    public static KnownPassword of(char[] characters) {
        return new KnownPassword(characters.clone());
    }

    /** A password of some characters, which are copied. */
    static KnownPassword of(char[] text, int from, int length) {
        return new KnownPassword(Arrays.copyOfRange(text, from, from + length));
    }

    /** Its bytes, for the caller to wipe; what the encoding does not have becomes a question mark. */
    public byte[] bytes(Charset encoding) {
        ByteBuffer encoded = encoding.encode(CharBuffer.wrap(characters));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.clear();
        while (encoded.hasRemaining()) {
            encoded.put((byte) 0);
        }
        return bytes;
    }

    /** Its bytes in UTF-8, for the caller to wipe. */
    public byte[] utf8() {
        return bytes(StandardCharsets.UTF_8);
    }

    /** The text, for those readings alone that nothing but text can be made of. */
    String text() {
        return new String(characters);
    }

    /** Wipes it; afterwards it is a password of zeros. */
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    /** Tells nothing, not even its length. */
    @Override
    public String toString() {
        return "KnownPassword[…]";
    }
}
