package io.github.auth0maven.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON values as maps, lists, strings, {@link Numeral}s, booleans and null, which can be changed in place. */
final class Tree {

    private Tree() {}

    /** A number as it is written. */
    record Numeral(String text) {}

    /** Where a value stands: under a name, or at an index. */
    record Slot(Object container, Object key) {

        Object value() {
            return container instanceof Map<?, ?> object ? object.get(key) : ((List<?>) container).get((Integer) key);
        }

        @SuppressWarnings("unchecked")
        void set(Object value) {
            if (container instanceof Map<?, ?> object) {
                ((Map<String, Object>) object).put((String) key, value);
            } else {
                ((List<Object>) container).set((Integer) key, value);
            }
        }

        void remove() {
            if (container instanceof Map<?, ?> object) {
                object.remove(key);
            } else {
                ((List<?>) container).remove((int) key);
            }
        }

        /** Gives the member another name, at the same place, unless that name is there already. */
        @SuppressWarnings("unchecked")
        void rename(String name) {
            if (container instanceof Map<?, ?> object && !object.containsKey(name)) {
                Map<String, Object> members = (Map<String, Object>) object;
                Map<String, Object> before = new LinkedHashMap<>(members);
                members.clear();
                before.forEach((other, value) -> members.put(other.equals(key) ? name : other, value));
            }
        }
    }

    /** All values inside of a value, the outer ones first. */
    static List<Slot> slots(Object value) {
        List<Slot> slots = new ArrayList<>();
        collect(value, slots);
        return slots;
    }

    private static void collect(Object value, List<Slot> slots) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, inner) -> {
                slots.add(new Slot(object, name));
                collect(inner, slots);
            });
        } else if (value instanceof List<?> array) {
            for (int i = 0; i < array.size(); i++) {
                slots.add(new Slot(array, i));
                collect(array.get(i), slots);
            }
        }
    }

    @SuppressWarnings("unchecked")
    static <T> T copy(T value) {
        if (value instanceof Map<?, ?> object) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            object.forEach((name, inner) -> copy.put(name, copy((Object) inner)));
            return (T) copy;
        }
        if (value instanceof List<?> array) {
            List<Object> copy = new ArrayList<>();
            array.forEach(inner -> copy.add(copy((Object) inner)));
            return (T) copy;
        }
        return value;
    }

    static String json(Object value) {
        StringBuilder json = new StringBuilder();
        write(value, json);
        return json.toString();
    }

    private static void write(Object value, StringBuilder json) {
        if (value instanceof Map<?, ?> object) {
            char before = '{';
            for (Map.Entry<?, ?> member : object.entrySet()) {
                json.append(before);
                write(member.getKey(), json);
                json.append(':');
                write(member.getValue(), json);
                before = ',';
            }
            json.append(object.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> array) {
            json.append('[');
            for (int i = 0; i < array.size(); i++) {
                json.append(i == 0 ? "" : ",");
                write(array.get(i), json);
            }
            json.append(']');
        } else if (value instanceof String text) {
            write(text, json);
        } else if (value instanceof Numeral number) {
            json.append(number.text());
        } else {
            json.append(value);
        }
    }

    private static void write(String text, StringBuilder json) {
        json.append('"');
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').appendCodePoint(c);
            } else if (c < ' ' || (c >= 0xD800 && c <= 0xDFFF) || c == 0x2028) {
                json.append(String.format("\\u%04x", c));
            } else {
                json.appendCodePoint(c);
            }
        });
        json.append('"');
    }
}
