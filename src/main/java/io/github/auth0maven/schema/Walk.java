package io.github.auth0maven.schema;

import dev.harrel.jsonschema.JsonNode;
import io.github.auth0maven.schema.Documents.Document;
import io.github.auth0maven.users.EscapedText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Looks through a schema for what the library would pass over, or would say of each user anew. */
final class Walk {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    /** What stands below these is no schema. */
    private static final Set<String> VALUES = Set.of("const", "default", "examples");

    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef");

    private final Documents documents;
    private final Document file;
    private final List<Reference> references = new ArrayList<>();

    /**
     * A reference to another schema.
     *
     * @param text as it is written
     * @param target where that leads
     */
    record Reference(String text, URI target) {}

    private Walk(Documents documents, Document file) {
        this.documents = documents;
        this.file = file;
    }

    /**
     * Looks through a file.
     *
     * @return what it refers to
     */
    static List<Reference> through(Documents documents, Document file) throws SchemaFileException {
        Walk walk = new Walk(documents, file);
        documents.add(file);
        walk.look(file.root(), file.base());
        return walk.references;
    }

    /** Where a reference leads. */
    static URI resolve(String name, URI base, String reference) throws SchemaFileException {
        try {
            return base.resolve(reference);
        } catch (IllegalArgumentException e) {
            throw new SchemaFileException(name, EscapedText.text(reference) + " is not a URI; mend the reference");
        }
    }

    private void look(JsonNode node, URI outer) throws SchemaFileException {
        if (node.isArray()) {
            for (JsonNode item : node.asArray()) {
                look(item, outer);
            }
        } else if (node.isObject()) {
            lookAtObject(node, outer);
        }
    }

    private void lookAtObject(JsonNode node, URI outer) throws SchemaFileException {
        Map<String, JsonNode> members = node.asObject();
        URI base = base(node, members.get("$id"), outer);
        for (Map.Entry<String, JsonNode> member : members.entrySet()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isString()) {
                lookAtText(name, value.asString(), base);
            } else if (!VALUES.contains(name) && !(name.equals("enum") && value.isArray())) {
                if (name.equals("patternProperties") && value.isObject()) {
                    checkPatterns(value.asObject().keySet());
                }
                look(value, base);
            }
        }
    }

    /** What references in a schema are relative to: its own name, if it has one. */
    private URI base(JsonNode node, @Nullable JsonNode id, URI outer) throws SchemaFileException {
        if (id == null || !id.isString()) {
            return outer;
        }
        URI base = Documents.plain(resolve(file.name(), outer, id.asString()));
        documents.add(new Document(file.name(), base, node));
        return base;
    }

    private void checkPatterns(Set<String> patterns) throws SchemaFileException {
        for (String pattern : patterns) {
            checkPattern(pattern);
        }
    }

    private void lookAtText(String name, String text, URI base) throws SchemaFileException {
        if (name.equals("$schema") && !text.replaceFirst("#$", "").equals(DRAFT)) {
            throw new SchemaFileException(
                    file.name(),
                    "its $schema is " + EscapedText.text(text) + "; write it in JSON Schema 2020-12, \"" + DRAFT
                            + "\"");
        }
        if (name.equals("pattern")) {
            checkPattern(text);
        }
        if (REFERENCES.contains(name)) {
            references.add(new Reference(text, resolve(file.name(), base, text)));
        }
    }

    private void checkPattern(String pattern) throws SchemaFileException {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new SchemaFileException(
                    file.name(), EscapedText.text(pattern) + " is not a regular expression: " + e.getDescription());
        }
    }
}
