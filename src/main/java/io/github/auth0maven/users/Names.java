package io.github.auth0maven.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/** A closed set of names, each found from a token's bytes without making a string of it. */
public final class Names {

    private final List<String> names;
    private final byte[][] bytes;
    private final int[] hashes;
    private final byte[] slots;
    private final int mask;

    private Names(List<String> names) {
        this.names = names;
        bytes = new byte[names.size()][];
        hashes = new int[names.size()];
        for (int i = 0; i < bytes.length; i++) {
            byte[] name = names.get(i).getBytes(UTF_8);
            bytes[i] = name;
            hashes[i] = NameHash.of(Arrays.copyOf(name, name.length + Long.BYTES), 0, name.length);
        }
        mask = Integer.highestOneBit(Math.max(1, bytes.length)) * 8 - 1;
        slots = new byte[mask + 1];
        Arrays.fill(slots, (byte) -1);
        for (byte i = 0; i < bytes.length; i++) {
            int slot = hashes[i] & mask;
            while (slots[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i;
        }
    }

    /** A set of at most 127 names, numbered in the order given. */
    public static Names of(List<String> names) {
        return new Names(List.copyOf(names));
    }

    public List<String> all() {
        return names;
    }

    /** The number of the name or string that this token holds, or -1 if it is not in the set. */
    public int indexOf(Json json, int token) {
        int hash = json.hash(token);
        for (int slot = hash & mask; slots[slot] >= 0; slot = (slot + 1) & mask) {
            int name = slots[slot];
            if (hashes[name] == hash && json.textEquals(token, bytes[name])) {
                return name;
            }
        }
        return -1;
    }
}
