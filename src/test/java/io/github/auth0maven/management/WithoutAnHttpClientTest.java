package io.github.auth0maven.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A goal that makes no request, be it that the users file has errors, does not load the HTTP client, which is most of what there is to load. */
class WithoutAnHttpClientTest {

    @Test
    void whatIsDoneBeforeTheFirstRequestNeedsNoneOfItsClasses() throws Exception {
        URL[] ours = {location(ImportOptions.class), location(WithoutAnHttpClientTest.class)};
        try (URLClassLoader withoutLibraries = new URLClassLoader(ours, ClassLoader.getPlatformClassLoader())) {
            Supplier<?> done = (Supplier<?>) withoutLibraries
                    .loadClass(BeforeTheFirstRequest.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(done.get()).asString().contains("example.eu.auth0.com").doesNotContain("[0]");
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** What the goals ask of this package before they connect. */
    public static final class BeforeTheFirstRequest implements Supplier<List<Object>> {
        @Override
        public List<Object> get() {
            Domain domain = Domain.parse("example.eu.auth0.com");
            ManagementApi.Access access = new ManagementApi.Access(
                    domain, domain.defaultAudience(), new Credentials.AccessToken("token"), Transport.direct("1"));
            ImportOptions options = new ImportOptions(true, false, Optional.empty());
            return List.of(domain, access.audience(), new Destination("con", true), List.of(options.capacity()));
        }
    }
}
