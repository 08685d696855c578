package io.github.auth0maven.schema;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.auth0maven.service.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files that a schema is made of: the one that is named, and those that it refers to. None is fetched from a network. */
final class Documents implements SchemaResolver {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNodeFactory nodes = new JacksonNode.Factory(JSON);
    private final Path file;
    private final String name;
    private final Map<URI, Document> schemas = new HashMap<>();
    private final List<Path> files = new ArrayList<>();
    private final Deque<Document> unchecked = new ArrayDeque<>();
    private @Nullable URI identity;

    /**
     * A schema, or part of one that has an identifier of its own.
     *
     * @param name what messages call the file
     * @param base what its references are relative to
     */
    record Document(String name, URI base, JsonNode root) {}

    /**
     * @param name what messages call the file
     */
    Documents(Path file, String name) {
        this.file = file.toAbsolutePath().normalize();
        this.name = name;
    }

    JsonNodeFactory nodes() {
        return nodes;
    }

    /** Those that have been read. */
    List<Path> files() {
        return List.copyOf(files);
    }

    /** Reads the file that is named. */
    Document first() throws SchemaFileException {
        Document first = read(file);
        unchecked.clear();
        JsonNode id = first.root().isObject() ? first.root().asObject().get("$id") : null;
        if (id != null && id.isString()) {
            identity = Walk.resolve(first.name(), first.base(), id.asString());
        }
        return first;
    }

    /** A document that has been read and not been looked through. */
    Optional<Document> nextUnchecked() {
        return Optional.ofNullable(unchecked.poll());
    }

    /** Notes what is found at an address. */
    void add(Document schema) {
        schemas.put(schema.base(), schema);
    }

    /** What is found at an address without its fragment. */
    Optional<Document> at(String address) {
        try {
            return Optional.ofNullable(schemas.get(plain(new URI(address))));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What messages call the schema at an address. */
    String nameOf(URI address) {
        Path local = localPath(address);
        return local == null ? address.toString() : nameOf(local);
    }

    private String nameOf(Path path) {
        Path directory = file.resolveSibling(".").normalize();
        return path.equals(file)
                ? name
                : Path.of(name)
                        .resolveSibling(directory.relativize(path))
                        .normalize()
                        .toString();
    }

    @Override
    public Result resolve(String address) {
        URI uri = URI.create(address);
        Path local = localPath(uri);
        if (local == null || !Files.isRegularFile(local)) {
            return Result.empty();
        }
        try {
            Document document = read(local);
            return Result.fromJsonNode(document.root());
        } catch (SchemaFileException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file, also if it is meant by its place beside the first one's identifier. */
    private @Nullable Path localPath(URI uri) {
        if ("file".equals(uri.getScheme())) {
            return Path.of(URI.create("file://" + uri.getRawPath()));
        }
        if (identity == null) {
            return null;
        }
        URI relative = identity.resolve(".").relativize(uri);
        return relative.isAbsolute() || relative.getPath().isEmpty() ? null : file.resolveSibling(relative.getPath());
    }

    private Document read(Path path) throws SchemaFileException {
        String shown = nameOf(path);
        try {
            byte[] bytes = Files.readAllBytes(path);
            files.add(path);
            com.fasterxml.jackson.databind.JsonNode tree = JSON.readTree(bytes);
            if (tree == null || tree.isMissingNode()) {
                throw new SchemaFileException(shown, "the file is empty; a JSON Schema is an object");
            }
            Document document = new Document(shown, plain(path.toUri()), nodes.wrap(tree));
            unchecked.add(document);
            return document;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new SchemaFileException(
                    shown + (at == null ? "" : ":[" + at.getLineNr() + "," + at.getColumnNr() + "]"),
                    "it is not JSON: " + problem(e));
        } catch (SchemaFileException e) {
            throw e;
        } catch (IOException e) {
            throw new SchemaFileException(shown, "it cannot be read: " + e);
        }
    }

    /** What is wrong, without what the parser quotes of the file: nobody knows what that is. */
    private static String problem(JsonProcessingException e) {
        if (e instanceof MismatchedInputException) {
            return "something follows the schema";
        }
        String told = String.valueOf(e.getOriginalMessage());
        if (told.startsWith("Duplicate")) {
            return "a name that stands in this object already";
        }
        return e instanceof JsonEOFException
                ? "the file ends in the middle of it"
                : "a character or a word that cannot stand here; is a comma, a quote or a brace missing before it?";
    }

    /** Without fragment and empty authority, of which there may be two spellings. */
    static URI plain(URI uri) throws IllegalArgumentException {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return URI.create((fragment < 0 ? text : text.substring(0, fragment)).replaceFirst("^file://+", "file:/"));
    }
}
