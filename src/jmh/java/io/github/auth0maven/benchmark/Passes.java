package io.github.auth0maven.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.auth0maven.attributes.RootAttributes;
import io.github.auth0maven.batch.Batch;
import io.github.auth0maven.batch.Batcher;
import io.github.auth0maven.batch.UserForm;
import io.github.auth0maven.imports.Assessment;
import io.github.auth0maven.users.UserReader;
import io.github.auth0maven.users.UsersFile;
import io.github.auth0maven.validation.FileJudge;
import io.github.auth0maven.validation.Judgement;
import io.github.auth0maven.validation.ValidationSettings;
import io.github.auth0maven.validation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is measured: each goes through a users file once, and counts what it saw so that nothing of it can be left out. */
final class Passes {

    /** What an import job takes, the rest of its form aside. */
    private static final int CAPACITY = 511_000;

    private Passes() {}

    /** The measure of all others: Jackson's tokens, none of which is looked at. */
    static long scan(Path file) throws IOException {
        long tokens = 0;
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = new JsonFactory().createParser(in)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /** What the goal validate-users does with a file. */
    static Judgement validate(Path file) throws IOException {
        return judge(file).judge(source(file), Passes::refuse);
    }

    /** What the goal import-users does with a file, but for sending it. */
    static long pack(Path file) throws IOException {
        Assessment assessment = new Assessment(source(file), RootAttributes.NONE, CAPACITY);
        Judgement judgement = assessment.judge(judge(file), Passes::refuse);
        long bytes = 0;
        try (UserReader users = source(file).openUnchanged(judgement.fingerprint())) {
            Batcher batcher = new Batcher(users, UserForm.AS_WRITTEN, CAPACITY);
            for (Optional<Batch> batch = batcher.next(); batch.isPresent(); batch = batcher.next()) {
                bytes += batch.get().size();
            }
        }
        return bytes;
    }

    /** What a JSON Schema validator does with Jackson's tree of each user. */
    static long schema(Path file, Schema schema) throws IOException {
        long users = 0;
        try (MappingIterator<JsonNode> nodes =
                new JsonMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
            while (nodes.hasNext()) {
                if (!schema.validate(nodes.next()).isEmpty()) {
                    throw new IllegalStateException("the generated users must be valid");
                }
                users++;
            }
        }
        return users;
    }

    static Schema userSchema() throws IOException {
        try (InputStream in = Passes.class.getResourceAsStream("user.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> {})
                    .getSchema(in);
        }
    }

    private static FileJudge judge(Path file) {
        return new FileJudge(new ValidationSettings(CAPACITY), file.resolveSibling("tmp"));
    }

    private static void refuse(Violation violation) {
        throw new IllegalStateException("nothing must be wrong with the generated users: " + violation);
    }

    private static UsersFile source(Path file) {
        return new UsersFile(file, String.valueOf(file.getFileName()));
    }
}
