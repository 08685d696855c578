package io.github.auth0maven.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import io.github.auth0maven.imports.UserImport;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project without a schema of its own pays nothing for those that have one. */
class WithoutASchemaTest {

    /** Has all of ours, loaded anew, and the library that knows schemas is not there. */
    private static final class Ours extends URLClassLoader {

        Ours(URL classes) {
            super(new URL[] {classes}, UserImport.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(Validator.class.getPackageName())) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.auth0maven.") || name.endsWith("Test") || name.contains("Test$")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        boolean hasLoaded(String name) {
            return findLoadedClass(name) != null;
        }
    }

    @Test
    void noClassThatKnowsSchemasIsLoaded(@TempDir Path directory) throws Exception {
        Path users = Files.writeString(directory.resolve("users.json"), "[{\"email\":\"a@b.cc\"}]");
        try (Ours ours =
                new Ours(UserImport.class.getProtectionDomain().getCodeSource().getLocation())) {
            Class<?> goal = ours.loadClass("io.github.auth0maven.mojo.ValidateUsersMojo");
            var constructor = goal.getDeclaredConstructor();
            constructor.newInstance();
            Method schema = Stream.of(
                            ours.loadClass("io.github.auth0maven.mojo.Demands").getDeclaredMethods())
                    .filter(method -> method.getName().equals("projectSchema") && method.getParameterCount() > 0)
                    .findFirst()
                    .orElseThrow();
            schema.setAccessible(true);
            assertThat(schema.invoke(null, new Object[schema.getParameterCount()]))
                    .hasToString("Optional.empty");

            assertThat(judged(ours, users)).startsWith("Judgement[users=1, errors=0");
            for (String type : List.of("SchemaFile", "UserNode", "Documents")) {
                assertThat(ours.hasLoaded("io.github.auth0maven.schema." + type))
                        .isFalse();
            }
        }
    }

    private static String judged(Ours ours, Path users) throws ReflectiveOperationException, IOException {
        Class<?> settings = ours.loadClass("io.github.auth0maven.validation.ValidationSettings");
        Class<?> judge = ours.loadClass("io.github.auth0maven.validation.FileJudge");
        Class<?> source = ours.loadClass("io.github.auth0maven.users.UserSource");
        Class<?> sink = ours.loadClass("io.github.auth0maven.validation.Violations");
        Object file = ours.loadClass("io.github.auth0maven.users.UsersFile")
                .getConstructor(Path.class, String.class)
                .newInstance(users, "users.json");
        Object nobody =
                java.lang.reflect.Proxy.newProxyInstance(ours, new Class<?>[] {sink}, (proxy, method, args) -> null);
        Object ofAll = judge.getConstructor(settings, Path.class)
                .newInstance(settings.getConstructor(long.class).newInstance(20_000L), users.getParent());
        return judge.getMethod("judge", source, sink)
                .invoke(ofAll, file, nobody)
                .toString();
    }
}
