package io.github.auth0maven.fuzz;

import io.github.auth0maven.fuzz.Tree.Numeral;
import io.github.auth0maven.fuzz.Tree.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes what was found smaller, as long as it is found all the same. */
final class Shrinker {

    private Shrinker() {}

    /** The smallest user that can be reached by leaving things out, of which the predicate still holds. */
    static Map<String, Object> shrink(Map<String, Object> user, Predicate<Map<String, Object>> found) {
        Map<String, Object> smallest = Tree.copy(user);
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int slot = 0; slot < Tree.slots(smallest).size(); slot++) {
                Map<String, Object> next = smallerAt(smallest, slot, found);
                if (next != null) {
                    smallest = next;
                    smaller = true;
                    // whatever stands here now is looked at again
                    slot--;
                }
            }
        }
        return smallest;
    }

    private static Map<String, Object> smallerAt(
            Map<String, Object> user, int slot, Predicate<Map<String, Object>> found) {
        Map<String, Object> without = Tree.copy(user);
        Tree.slots(without).get(slot).remove();
        if (found.test(without)) {
            return without;
        }
        for (Object simpler : simpler(Tree.slots(user).get(slot).value())) {
            Map<String, Object> candidate = Tree.copy(user);
            Slot at = Tree.slots(candidate).get(slot);
            at.set(simpler);
            if (found.test(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** Values instead of this one, the simplest first; none of them leads back. */
    private static List<Object> simpler(Object value) {
        List<Object> simpler = new ArrayList<>();
        if (value instanceof Map<?, ?> object && !object.isEmpty()) {
            simpler.add(Map.of());
        } else if (value instanceof List<?> array && !array.isEmpty()) {
            simpler.add(List.of());
        } else if (value instanceof String text && !text.isEmpty()) {
            simpler.add("");
            int half = text.length() / 2;
            if (half > 0) {
                simpler.add(text.substring(0, half));
                simpler.add(text.substring(half));
            }
            for (int at = 0; at < text.length(); at++) {
                simpler.add(text.substring(0, at) + text.substring(at + 1));
            }
        } else if (value instanceof Numeral number && !number.text().equals("0")) {
            simpler.add(new Numeral("0"));
            if (!number.text().equals("1")) {
                simpler.add(new Numeral("1"));
            }
        } else if (Boolean.TRUE.equals(value)) {
            simpler.add(false);
        }
        return simpler;
    }
}
