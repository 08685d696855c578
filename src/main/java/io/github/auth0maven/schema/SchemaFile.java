package io.github.auth0maven.schema;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.InvalidSchemaException;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonSchemaException;
import dev.harrel.jsonschema.SchemaNotFoundException;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.github.auth0maven.attributes.SuppliedAttribute;
import io.github.auth0maven.schema.Documents.Document;
import io.github.auth0maven.schema.Walk.Reference;
import io.github.auth0maven.users.EscapedText;
import io.github.auth0maven.users.Json;
import io.github.auth0maven.users.User;
import io.github.auth0maven.validation.ProjectSchema;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON Schema (2020-12) in a file, with the files that it refers to. As that says, {@code format} is a remark and no demand.
 */
public final class SchemaFile implements ProjectSchema {

    /** What is wrong beneath these is why they fail, and is not told beside them. */
    private static final Set<String> ALTERNATIVES = Set.of("anyOf", "oneOf", "not", "contains");

    /** Far from where the stack ends, and from what anybody writes. */
    private static final int DEEPEST = 200;

    private final Documents documents;
    private final Validator validator;
    private final URI schema;

    private SchemaFile(Documents documents, Document first) throws SchemaFileException {
        this.documents = documents;
        validator = new ValidatorFactory()
                .withDefaultDialect(new Dialects.Draft2020Dialect())
                .withJsonNodeFactories(documents.nodes(), new UserNode.Factory())
                .withSchemaResolver(documents)
                .createValidator();
        if (!first.root().isObject()) {
            throw new SchemaFileException(first.name(), "it is not a schema for users: a JSON Schema is an object");
        }
        List<Reference> references = Walk.through(documents, first);
        schema = register(first);
        follow(first, references);
        for (Optional<Document> file = documents.nextUnchecked(); file.isPresent(); file = documents.nextUnchecked()) {
            follow(file.get(), Walk.through(documents, file.get()));
        }
    }

    /**
     * Reads a schema, and all that it refers to.
     *
     * @param name what messages call the file
     * @throws SchemaFileException if no user could be held against it
     */
    public static SchemaFile read(Path file, String name) throws SchemaFileException {
        Documents documents = new Documents(file, name);
        return new SchemaFile(documents, documents.first());
    }

    @Override
    public void judge(User user, List<SuppliedAttribute> given, Objections sink) {
        if (isTooDeep(user.json())) {
            String depth = "it is nested more than " + DEEPEST + " levels deep";
            sink.add(Objections.USER, null, depth + ", too deep to be held against a schema; flatten it");
            return;
        }
        UserNode node = new UserNode(user.json(), given);
        Validator.Result result = validator.validate(schema, (JsonNode) node);
        if (!result.isValid()) {
            List<Error> errors = result.getErrors();
            Sentences sentences = new Sentences(documents, user, node);
            errors.stream().filter(error -> isToBeTold(error, errors)).forEach(error -> sentences.tell(error, sink));
        }
    }

    @Override
    public List<Path> files() {
        return documents.files();
    }

    private URI register(Document first) throws SchemaFileException {
        try {
            return validator.registerSchema(first.base(), first.root());
        } catch (InvalidSchemaException e) {
            throw invalid(first.name(), e);
        } catch (JsonSchemaException | IllegalArgumentException e) {
            throw new SchemaFileException(first.name(), "it is not a JSON Schema: " + oneLine(e));
        }
    }

    /** Makes sure that every reference leads to a schema, which is read if it has not been. */
    private void follow(Document file, List<Reference> references) throws SchemaFileException {
        for (Reference reference : references) {
            try {
                validator.validate(reference.target(), documents.nodes().create("null"));
            } catch (SchemaNotFoundException e) {
                throw new SchemaFileException(file.name(), notFound(reference));
            } catch (InvalidSchemaException e) {
                throw invalid(documents.nameOf(reference.target()), e);
            } catch (JsonSchemaException | IllegalArgumentException e) {
                throw new SchemaFileException(
                        documents.nameOf(reference.target()), "it is not a JSON Schema: " + oneLine(e));
            } catch (UncheckedIOException e) {
                throw (SchemaFileException) e.getCause();
            }
        }
    }

    private static String notFound(Reference reference) {
        String shown = "\"$ref\": " + EscapedText.text(reference.text());
        return "file".equals(reference.target().getScheme())
                ? shown + " leads to nothing; it is taken relative to the schema's file"
                : shown
                        + " would have to be fetched, and nothing is fetched from a network; keep that schema in a file beside"
                        + " this one, and refer to it by its path";
    }

    private static SchemaFileException invalid(String name, InvalidSchemaException e) {
        String where = "";
        String problem = oneLine(e);
        for (Error error : e.getErrors()) {
            if (error.getInstanceLocation().length() > where.length()) {
                where = error.getInstanceLocation();
                problem = String.valueOf(error.getError());
            }
        }
        return new SchemaFileException(
                name, "it is not a JSON Schema: " + (where.isEmpty() ? "" : "#" + where + ": ") + problem);
    }

    private static String oneLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** The library goes down a user by recursion. */
    private static boolean isTooDeep(Json user) {
        int[] ends = new int[DEEPEST];
        int depth = 0;
        for (int token = Json.ROOT; token < user.after(Json.ROOT); token++) {
            while (depth > 0 && token >= ends[depth - 1]) {
                depth--;
            }
            if (user.kind(token) == Json.Kind.OBJECT || user.kind(token) == Json.Kind.ARRAY) {
                if (depth == DEEPEST) {
                    return true;
                }
                ends[depth++] = user.after(token);
            }
        }
        return false;
    }

    private static boolean isToBeTold(Error error, List<Error> errors) {
        String path = error.getEvaluationPath();
        return !"if".equals(error.getKeyword())
                && errors.stream()
                        .noneMatch(other -> ALTERNATIVES.contains(String.valueOf(other.getKeyword()))
                                && path.startsWith(other.getEvaluationPath() + "/"));
    }
}
