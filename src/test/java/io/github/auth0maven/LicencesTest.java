package io.github.auth0maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the plugin brings along may be used wherever the plugin itself may, and is listed in THIRD-PARTY.md. */
class LicencesTest {

    /** Licences that ask of those who pass a library on nothing that Apache 2.0 does not ask. */
    private static final Map<String, Pattern> COMPATIBLE = Map.of(
            "Apache-2.0", Pattern.compile("(?i)(the )?apache( software)? license,? version 2\\.0|apache-2\\.0"),
            "MIT", Pattern.compile("(?i)(the )?mit( license)?( \\(mit\\))?"));

    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>(\\S+)</groupId>\\s*<artifactId>(\\S+)</artifactId>\\s*<type>jar</type>\\s*<version>(\\S+)</version>");
    private static final Pattern LICENCE = Pattern.compile("<license>\\s*<name>\\s*([^<]+?)\\s*</name>");
    private static final Pattern PARENT = Pattern.compile("(?s)<parent>(.*?)</parent>");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\S+)` \\| (\\S+) \\|$");

    @Test
    void theListOfThirdPartiesIsThatOfThePlugin() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("THIRD-PARTY.md")))
                .results()
                .forEach(row -> listed.put(row.group(1), row.group(2)));

        assertThat(listed).isEqualTo(licences());
    }

    @Test
    void anUnknownLicenceIsRefused() {
        assertThat(identified("x", "The Apache Software License, Version 2.0")).isEqualTo("Apache-2.0");
        assertThat(identified("x", "The MIT License (MIT)")).isEqualTo("MIT");
        for (String other :
                List.of("GNU General Public License, version 2", "Apache License, Version 1.1", "MIT-0 or so")) {
            assertThatThrownBy(() -> identified("x", other)).hasMessageContaining(other);
        }
    }

    /** What Maven loads for the plugin, by the plugin's own descriptor. */
    private static Map<String, String> licences() throws IOException {
        Map<String, String> licences = new TreeMap<>();
        String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
        Matcher dependency = DEPENDENCY.matcher(descriptor);
        while (dependency.find()) {
            String name = dependency.group(1) + ":" + dependency.group(2);
            licences.put(name, identified(name, licence(pom(dependency.group(2) + "-" + dependency.group(3)))));
        }
        return licences;
    }

    private static String identified(String dependency, String licence) {
        return COMPATIBLE.entrySet().stream()
                .filter(known -> known.getValue().matcher(licence).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(dependency + " has a licence that nobody has judged: " + licence));
    }

    /** The POM beside the jar, in the local repository. */
    private static Path pom(String jar) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> path.endsWith(jar + ".jar"))
                .map(path -> path.resolveSibling(jar + ".pom"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not on the class path: " + jar));
    }

    /** What the POM says itself, or the nearest of its parents. */
    private static String licence(Path pom) throws IOException {
        String text = Files.readString(pom);
        Matcher licence = LICENCE.matcher(text);
        if (licence.find()) {
            return licence.group(1);
        }
        Matcher parent = PARENT.matcher(text);
        if (!parent.find()) {
            throw new AssertionError(pom + " names no licence");
        }
        String version = member(parent.group(1), "version");
        String artifact = member(parent.group(1), "artifactId");
        // the version's directory lies in the artifact's, which lies in the group's, in the repository
        Path repository = pom.getParent().getParent().getParent();
        for (int depth = groupDepth(text, parent.group(1)); depth > 0; depth--) {
            repository = repository.getParent();
        }
        return licence(repository
                .resolve(member(parent.group(1), "groupId").replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom"));
    }

    private static int groupDepth(String pom, String parent) {
        String own = PARENT.matcher(pom).replaceFirst("").split("<dependenc|<build>|<licenses>", 2)[0];
        String group = own.contains("<groupId>") ? member(own, "groupId") : member(parent, "groupId");
        return group.split("\\.", -1).length;
    }

    private static String member(String xml, String name) {
        Matcher member =
                Pattern.compile("<" + name + ">\\s*(\\S+?)\\s*</" + name + ">").matcher(xml);
        assertThat(member.find()).as(name).isTrue();
        return member.group(1);
    }
}
