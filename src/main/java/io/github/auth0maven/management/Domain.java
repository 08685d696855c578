package io.github.auth0maven.management;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tenant that calls go to.
 *
 * @param url its root, such as {@code https://example.eu.auth0.com/}
 */
public record Domain(URI url) {

    private static final int LAST_PORT = 65_535;
    /** A name and a password, which are not shown. */
    private static final Pattern LOGIN = Pattern.compile("^(.*?//)?.*@");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /**
     * Reads a domain as people write it: {@code example.eu.auth0.com}, or with a scheme.
     *
     * @throws IllegalArgumentException if it is none, with a line that says what to do
     */
    public static Domain parse(String written) {
        String text = written.strip();
        Optional<URI> parsed = parsed(text.contains("://") ? text : "https://" + text);
        if (parsed.isEmpty()) {
            throw new IllegalArgumentException("\"" + LOGIN.matcher(written).replaceFirst("$1…@")
                    + "\" is not a domain; give it as the Dashboard shows it, such as example.eu.auth0.com");
        }
        URI uri = parsed.get();
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean plain = scheme.equals("http");
        if (!plain && !scheme.equals("https")) {
            throw new IllegalArgumentException("\"" + written + "\" must begin with https:// or with no scheme at all");
        }
        if (plain && !LOOPBACK.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "\"" + written
                            + "\" would send the users unencrypted: plain http is for this machine only (localhost, 127.0.0.1); use https");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new Domain(URI.create(scheme + "://" + host + port + "/"));
    }

    private static Optional<URI> parsed(String text) {
        try {
            URI uri = new URI(text);
            boolean bare = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= LAST_PORT
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
            return bare ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The name, or address, of its server. */
    public String host() {
        return url.getHost();
    }

    /** Whether it is called without encryption. */
    public boolean isPlain() {
        return url.getScheme().equals("http");
    }

    /** Whether it is on this machine. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(host()).matches();
    }

    /** The audience of tokens for the Management API, unless this is a custom domain. */
    public String defaultAudience() {
        return url + "api/v2/";
    }

    /** The domain as people write it. */
    @Override
    public String toString() {
        return url.getScheme().equals("https") ? url.getAuthority() : "http://" + url.getAuthority();
    }
}
