package io.github.auth0maven.tenant.applications;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A list of URLs that a browser may be sent to, or be at.
 *
 * <p>An entry allows itself to the letter; {@code https://*.example.com/x} any one label; {@link #ANY_ON_LOOPBACK} every URL of
 * this machine.
 */
public record AllowedUrls(List<String> entries) {

    /** The entry that allows any URL on a loopback address, with any port and path. */
    public static final String ANY_ON_LOOPBACK = "loopback";

    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Copies the entries. */
    public AllowedUrls {
        entries = List.copyOf(entries);
    }

    /** A list of these entries. */
    public static AllowedUrls of(List<String> entries) {
        return new AllowedUrls(entries);
    }

    /** Whether a login may lead to this URL: the whole URL counts. */
    public boolean allow(String url) {
        return parsed(url)
                .filter(uri -> entries.stream().anyMatch(entry -> fits(entry, url, uri)))
                .isPresent();
    }

    /** Whether a logout may lead to this URL: its query and fragment do not count [D]. */
    public boolean allowWithAnyQuery(String url) {
        return allow(url) || allow(url.split("[?#]", 2)[0]);
    }

    private static boolean fits(String entry, String url, URI uri) {
        if (entry.equals(ANY_ON_LOOPBACK)) {
            return WEB.contains(uri.getScheme())
                    && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
        }
        int star = entry.indexOf("://*.");
        if (star < 0) {
            return entry.equals(url);
        }
        String before = entry.substring(0, star + 3);
        String after = entry.substring(star + 4);
        if (!url.startsWith(before) || !url.endsWith(after) || url.length() <= before.length() + after.length()) {
            return false;
        }
        String label = url.substring(before.length(), url.length() - after.length());
        return label.chars().allMatch(c -> c == '-' || Character.isLetterOrDigit(c));
    }

    /** The URL, if a browser would understand it as we do: http or https, with a host, without a user and without a fragment. */
    private static Optional<URI> parsed(String url) {
        try {
            URI uri = new URI(url);
            boolean sound = uri.getScheme() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            // An app's own scheme (com.example.app:/callback) needs no host, and is allowed where it is listed.
            return sound && (!WEB.contains(uri.getScheme()) || uri.getHost() != null)
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }
}
