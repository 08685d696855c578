package io.github.auth0maven.passwords.sources;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All forms of hashes that are known. */
public final class HashSources {

    private static final List<Function<String, Optional<SourceHash>>> READERS = Stream.concat(
                    Stream.<Function<String, Optional<SourceHash>>>of(
                            AspNetIdentity::read, KeycloakCredential::read, UnsupportedHashes::read),
                    Stream.of(DjangoForms.ALL, SpringForms.ALL, PhcForms.ALL, LdapForms.ALL)
                            .flatMap(List::stream)
                            .map(form -> form::read))
            .toList();

    private HashSources() {}

    /**
     * Reads a hash as its source wrote it.
     *
     * @param written the text, or the JSON of an object or a list
     */
    public static SourceHash read(String written) {
        String text = LdapForms.outOfLdif(written.strip());
        return READERS.stream()
                .map(reader -> reader.apply(text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(SourceHash.Unknown::new);
    }
}
