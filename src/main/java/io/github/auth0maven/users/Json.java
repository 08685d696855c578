package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * One JSON object: its bytes, and where its tokens are. Nothing is copied or converted until it is asked for.
 *
 * <p>Tokens are numbered in the order of the document, names included; the object itself is {@link #ROOT}. To walk an object
 * or an array:
 *
 * <pre>{@code
 * for (int name = json.first(object); name < json.after(object); name = json.after(json.valueOf(name))) …
 * for (int item = json.first(array); item < json.after(array); item = json.after(item)) …
 * }</pre>
 */
@SuppressWarnings("EnumOrdinal") // a token keeps its kind in a byte
public final class Json {

    /** The token of the object itself. */
    public static final int ROOT = 0;

    /** More tokens than this cannot be written in fewer bytes than Auth0 takes in a whole job. */
    static final int MAX_TOKENS = 1 << 18;

    static final byte OBJECT = (byte) Kind.OBJECT.ordinal();
    static final byte ARRAY = (byte) Kind.ARRAY.ordinal();
    static final byte STRING = (byte) Kind.STRING.ordinal();
    static final byte NUMBER = (byte) Kind.NUMBER.ordinal();
    static final byte TRUE = (byte) Kind.TRUE.ordinal();
    static final byte FALSE = (byte) Kind.FALSE.ordinal();
    static final byte NULL = (byte) Kind.NULL.ordinal();
    static final byte NAME = (byte) Kind.NAME.ordinal();

    /** Added to a string's or a name's kind. */
    static final byte ESCAPED = 8;

    private static final Kind[] KINDS = Kind.values();

    /** What a token is. */
    public enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        TRUE,
        FALSE,
        NULL,
        NAME
    }

    private static final int WIDTH = 4;
    private static final int KIND = 0;
    private static final int FROM = 1;
    private static final int TO = 2;
    /** Of a value: the token after it and all that it holds. Of a name: its hash. */
    private static final int NEXT = 3;

    byte[] bytes = new byte[0];
    int start;
    int end;
    /** How many bytes of white space there are between the tokens. */
    private int spacesSize;
    /** Whether no string is written with an escape that {@link #writeTo} would write shorter. */
    boolean shortEscapes;

    /** What {@link #writeTo} writes, where the tokens have not been looked for. */
    private byte[] copy = new byte[0];

    private int copySize;

    int tokens;
    /** Of each token its kind, where it begins and ends, and the next. */
    private int[] table = new int[WIDTH * 256];

    Json() {}

    /** Of the token: what it is. */
    public Kind kind(int token) {
        return KINDS[kindOf(token) & 7];
    }

    /** The first name of an object, or item of an array. */
    public int first(int container) {
        return container + 1;
    }

    /** The value that belongs to a name. */
    public int valueOf(int name) {
        return name + 1;
    }

    /** The token that follows this value and everything in it. */
    public int after(int value) {
        return table[WIDTH * value + NEXT];
    }

    /** The value of the object's member of this name, or -1. */
    public int member(int object, Names names, int name) {
        for (int token = first(object); token < after(object); token = after(valueOf(token))) {
            if (names.indexOf(this, token) == name) {
                return valueOf(token);
            }
        }
        return -1;
    }

    /** Whether the string or name is written with escapes, so that its bytes in the document are not its text. */
    public boolean isEscaped(int token) {
        return (kindOf(token) & ESCAPED) != 0;
    }

    /** Where the token begins, as an index for {@link #byteAt}; of a string or a name, after the quote. */
    public int from(int token) {
        return table[WIDTH * token + FROM];
    }

    /** Where the token ends, exclusive; of a string or a name, before the quote. */
    public int to(int token) {
        return table[WIDTH * token + TO];
    }

    /** The byte of the document at an index between {@link #from} and {@link #to}, as it is written. */
    public byte byteAt(int index) {
        return bytes[index];
    }

    /** The array that {@link #from} and {@link #to} are indexes of, for loops that must be fast: only ever to be read. */
    public byte[] array() {
        return bytes;
    }

    /** The size of the object in bytes, as it is written in the file. */
    public int writtenSize() {
        return end - start;
    }

    /** The size of the object in bytes, as {@link #writeTo} writes it. */
    public int compactSize() {
        if (tokens == 0 && copySize > 0) {
            return copySize;
        }
        int size = end - start - spacesSize;
        return shortEscapes ? size : size + new ShortestForm(this).escapesDifference();
    }

    /** The text of a string or a name, without its escapes; of any other token, as it is written. */
    public String text(int token) {
        return isEscaped(token) ? unescaped(token) : new String(bytes, from(token), to(token) - from(token), UTF_8);
    }

    /** The number of characters (Unicode code points) in a string or a name. */
    public int length(int token) {
        if (isEscaped(token)) {
            String text = unescaped(token);
            return text.codePointCount(0, text.length());
        }
        int characters = 0;
        for (int i = from(token); i < to(token); i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                characters++;
            }
        }
        return characters;
    }

    /** Whether a string or a name has exactly this text, given in UTF-8. */
    public boolean textEquals(int token, byte[] text) {
        if (isEscaped(token)) {
            return unescaped(token).equals(new String(text, UTF_8));
        }
        return Arrays.equals(bytes, from(token), to(token), text, 0, text.length);
    }

    /** A hash of the token's text, the same however the text is escaped. */
    int hash(int token) {
        if ((kindOf(token) & 7) == NAME) {
            return table[WIDTH * token + NEXT];
        }
        return hashOf(token);
    }

    private int hashOf(int token) {
        if (isEscaped(token)) {
            byte[] text = unescaped(token).getBytes(UTF_8);
            return NameHash.of(Arrays.copyOf(text, text.length + Long.BYTES), 0, text.length);
        }
        return NameHash.of(bytes, from(token), to(token) - from(token));
    }

    boolean sameText(int token, int other) {
        if (isEscaped(token) || isEscaped(other)) {
            return text(token).equals(text(other));
        }
        return Arrays.equals(bytes, from(token), to(token), bytes, from(other), to(other));
    }

    /**
     * Writes the object without the white space between its tokens. Numbers keep their text, members their order and strings
     * their characters; an escape that JSON does not need is replaced by the character it stands for.
     *
     * @param target has room for at least {@link #writtenSize} bytes
     * @return the index after the last byte written
     */
    public int writeTo(byte[] target, int at) {
        if (tokens == 0 && copySize > 0) {
            System.arraycopy(copy, 0, target, at, copySize);
            return at + copySize;
        }
        if (!isWrittenShortest()) {
            return new ShortestForm(this).write(target, at);
        }
        System.arraycopy(bytes, start, target, at, end - start);
        return at + end - start;
    }

    /** Whether {@link #writeTo} writes the very bytes of the file. */
    boolean isWrittenShortest() {
        return shortEscapes && spacesSize == 0;
    }

    private String unescaped(int token) {
        return Escapes.text(bytes, from(token), to(token));
    }

    void clear(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        this.end = start;
        tokens = 0;
        spacesSize = 0;
        shortEscapes = true;
        copySize = 0;
    }

    /** Takes an object whose tokens have not been looked for, and which is written in the fewest bytes. */
    void pass(byte[] bytes, int start, int end) {
        clear(bytes, start);
        this.end = end;
    }

    /** Takes an object whose tokens have not been looked for, with a copy of so many bytes, without the white space. */
    void pass(byte[] bytes, int start, int end, byte[] copy, int size) {
        clear(bytes, start);
        this.end = end;
        this.copy = copy;
        copySize = size;
    }

    /** So many bytes are white space. */
    void addSpace(int size) {
        spacesSize += size;
    }

    int add(byte kind, int from, int to) {
        int at = WIDTH * tokens;
        if (at == table.length) {
            table = Arrays.copyOf(table, 2 * at);
        }
        table[at + KIND] = kind;
        table[at + FROM] = from;
        table[at + TO] = to;
        table[at + NEXT] = tokens + 1;
        return tokens++;
    }

    /** Adds a name, and returns its hash. */
    int addName(boolean escaped, int from, int to) {
        int token = add(escaped ? (byte) (NAME | ESCAPED) : NAME, from, to);
        int hash = hashOf(token);
        table[WIDTH * token + NEXT] = hash;
        return hash;
    }

    /** The object or array ends with the token that was added last, before this index. */
    void close(int container, int to) {
        table[WIDTH * container + TO] = to;
        table[WIDTH * container + NEXT] = tokens;
    }

    /** Whether the token is no object, and no array. */
    boolean isLeaf(int token) {
        return kindOf(token) > ARRAY;
    }

    boolean isObject(int token) {
        return kindOf(token) == OBJECT;
    }

    private int kindOf(int token) {
        return table[WIDTH * token + KIND];
    }

    /** Never the user's data: it may hold secrets. */
    @Override
    public String toString() {
        return "Json[" + (end - start) + " bytes, " + tokens + " tokens]";
    }
}
