package io.github.auth0maven.attributes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.auth0maven.users.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A text, with references to attributes of the user that it is made for: <code>@{given_name} @{family_name}</code>. Two at signs
 * before the brace stand for one, and no reference.
 *
 * <p>It is put together from the bytes of the user, escapes and all, which need not be read for that.
 */
final class Template {

    /** What a user lacks the attributes for. */
    static final int LACKING = -1;

    private final List<Part> parts;

    /** A part of the text: what is written literally, and then for the reference, if there is one. */
    private static final class Part {

        private final String text;
        /** The text as JSON. */
        private final byte[] literal;

        private final List<Reference> reference;

        Part(StringBuilder text, List<Reference> reference) {
            this.text = text.toString();
            literal = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text))
                    .getBytes(UTF_8);
            this.reference = reference;
        }
    }

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if it refers to what cannot be referred to, with a line that says so
     */
    static Template of(String attribute, String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int done = 0;
        for (int at = text.indexOf("@{"); at >= 0; at = text.indexOf("@{", done)) {
            if (at > done && text.charAt(at - 1) == '@') {
                literal.append(text, done, at - 1).append("@{");
                done = at + 2;
                continue;
            }
            int end = endOfReference(attribute, text, at);
            literal.append(text, done, at);
            parts.add(new Part(literal, List.of(Reference.of(attribute, text.substring(at + 2, end)))));
            literal.setLength(0);
            done = end + 1;
        }
        literal.append(text, done, text.length());
        parts.add(new Part(literal, List.of()));
        return new Template(parts);
    }

    private static int endOfReference(String attribute, String text, int at) {
        int end = text.indexOf('}', at);
        if (end < 0) {
            throw new IllegalArgumentException("rootAttributes: " + attribute + ": the reference that begins at \""
                    + text.substring(at) + "\" has no closing brace; an \"@{\" that is meant is written @@{");
        }
        return end;
    }

    /** Whether it is the same for every user. */
    boolean isLiteral() {
        return parts.size() == 1;
    }

    /** What is written before the first reference; all of it if there is none. */
    String text() {
        return parts.get(0).text;
    }

    /** The text for a user that has the attributes for it. */
    String text(Json user) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.text);
            part.reference.forEach(reference -> text.append(user.text(reference.find(user))));
        }
        return text.toString();
    }

    /** What is written before the first reference, as JSON; all of it if there is none. */
    byte[] literal() {
        return parts.get(0).literal;
    }

    /** What it refers to, each once, in the order of the text. */
    List<String> references() {
        return parts.stream()
                .flatMap(part -> part.reference.stream())
                .map(Reference::path)
                .distinct()
                .toList();
    }

    /** The size of the text for a user, in bytes of JSON; {@link #LACKING} if the user lacks an attribute for it. */
    int size(Json user) {
        int size = 0;
        for (Part part : parts) {
            size += part.literal.length;
            for (Reference reference : part.reference) {
                int token = reference.find(user);
                if (token < 0) {
                    return LACKING;
                }
                size += user.to(token) - user.from(token);
            }
        }
        return size;
    }

    /**
     * Writes the text for a user that has the attributes for it, as JSON.
     *
     * @param target has room for {@link #size} bytes
     * @return the index after the last byte written
     */
    int write(Json user, byte[] target, int at) {
        int out = at;
        for (Part part : parts) {
            System.arraycopy(part.literal, 0, target, out, part.literal.length);
            out += part.literal.length;
            for (Reference reference : part.reference) {
                int token = reference.find(user);
                int size = user.to(token) - user.from(token);
                System.arraycopy(user.array(), user.from(token), target, out, size);
                out += size;
            }
        }
        return out;
    }
}
