package io.github.auth0maven.plans;

import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.Json.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares values of JSON texts by what they mean: the order of members and the writing of numbers mean nothing. */
final class JsonValues {

    private JsonValues() {}

    /** Whether two values mean the same. */
    static boolean same(Json one, int value, Json other, int otherValue) {
        Kind kind = one.kind(value);
        if (kind != other.kind(otherValue)) {
            return false;
        }
        if (sameBytes(one, value, other, otherValue)) {
            return true;
        }
        return switch (kind) {
            case OBJECT -> sameObject(one, value, other, otherValue);
            case ARRAY -> sameArray(one, value, other, otherValue);
            case NUMBER -> sameNumber(one.text(value), other.text(otherValue));
            case STRING, NAME -> one.text(value).equals(other.text(otherValue));
            default -> true;
        };
    }

    private static boolean sameBytes(Json one, int value, Json other, int otherValue) {
        return Arrays.equals(
                one.array(),
                one.from(value),
                one.to(value),
                other.array(),
                other.from(otherValue),
                other.to(otherValue));
    }

    /** The members of an object by their names. */
    static Map<String, Integer> members(Json json, int object) {
        Map<String, Integer> members = new LinkedHashMap<>();
        for (int name = json.first(object); name < json.after(object); name = json.after(json.valueOf(name))) {
            members.put(json.text(name), json.valueOf(name));
        }
        return members;
    }

    private static boolean sameObject(Json one, int object, Json other, int otherObject) {
        Map<String, Integer> members = members(one, object);
        Map<String, Integer> others = members(other, otherObject);
        return members.size() == others.size()
                && members.entrySet().stream().allMatch(member -> {
                    Integer counterpart = others.get(member.getKey());
                    return counterpart != null && same(one, member.getValue(), other, counterpart);
                });
    }

    private static boolean sameArray(Json one, int array, Json other, int otherArray) {
        int item = one.first(array);
        int otherItem = other.first(otherArray);
        while (item < one.after(array) && otherItem < other.after(otherArray)) {
            if (!same(one, item, other, otherItem)) {
                return false;
            }
            item = one.after(item);
            otherItem = other.after(otherItem);
        }
        return item >= one.after(array) && otherItem >= other.after(otherArray);
    }

    /** Numbers are doubles there, as in JavaScript. */
    private static boolean sameNumber(String one, String other) {
        return one.equals(other) || Double.parseDouble(one) == Double.parseDouble(other);
    }
}
