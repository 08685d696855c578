package io.github.auth0maven.validation;

import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Names;
import java.util.Arrays;
import java.util.List;

/** The values of an object's members by the numbers of their names, and the names that are not known; reused for each object. */
final class Members {

    static final int ABSENT = -1;

    private final Names names;
    private final int[] values;
    private int[] unknown = new int[0];
    private int unknowns;

    Members(String... names) {
        this(List.of(names));
    }

    Members(List<String> names) {
        this.names = Names.of(names);
        values = new int[names.size()];
    }

    void read(Json json, int object) {
        Arrays.fill(values, ABSENT);
        unknowns = 0;
        int end = json.after(object);
        for (int name = json.first(object); name < end; name = json.after(json.valueOf(name))) {
            int number = names.indexOf(json, name);
            if (number >= 0) {
                values[number] = json.valueOf(name);
            } else {
                addUnknown(name);
            }
        }
    }

    private void addUnknown(int name) {
        if (unknowns == unknown.length) {
            unknown = Arrays.copyOf(unknown, 2 * unknowns + 4);
        }
        unknown[unknowns++] = name;
    }

    List<String> names() {
        return names.all();
    }

    /** The token of the value, or {@link #ABSENT}. */
    int value(int number) {
        return values[number];
    }

    boolean has(int number) {
        return values[number] != ABSENT;
    }

    /** How many of the known names the object has. */
    int size() {
        int size = 0;
        for (int value : values) {
            size += value == ABSENT ? 0 : 1;
        }
        return size;
    }

    int unknowns() {
        return unknowns;
    }

    /** The token of an unknown name, numbered in the order of the file. */
    int unknown(int number) {
        return unknown[number];
    }
}
