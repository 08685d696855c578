package io.github.auth0maven.mojo.access;

import io.github.auth0maven.management.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The tenants that users may be imported into. What the POM allows holds for the command line, too, which can allow less and never
 * more: a guard that {@code -D} lifts by accident is none.
 */
public final class AllowedDomains {

    private static final Pattern WRITTEN = Pattern.compile("[a-z0-9.*\\[\\]_-]+(:[0-9*]+)?|\\[[0-9a-f:]+](:[0-9*]+)?");
    /** As in {@code domain}, where it may stand, too. */
    private static final Pattern SCHEME = Pattern.compile("^https?://(.+?)/?$");

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private final List<List<String>> lists;

    private AllowedDomains(List<List<String>> lists) {
        this.lists = lists;
    }

    /**
     * Every one of these lists has to allow a tenant; one that is null says nothing.
     *
     * @throws MojoExecutionException if one of them is empty, or holds what is no pattern of domains
     */
    static AllowedDomains of(@Nullable String... lists) throws MojoExecutionException {
        List<List<String>> read = new ArrayList<>();
        for (String list : lists) {
            if (list != null) {
                read.add(patterns("allowedDomains", list));
            }
        }
        return new AllowedDomains(read);
    }

    private static List<String> patterns(String parameter, String list) throws MojoExecutionException {
        List<String> patterns = SEPARATOR
                .splitAsStream(list.toLowerCase(Locale.ROOT))
                .map(pattern -> SCHEME.matcher(pattern).replaceFirst("$1"))
                .filter(pattern -> !pattern.isEmpty())
                .toList();
        if (patterns.isEmpty()) {
            throw new MojoExecutionException(
                    parameter + " (-Dauth0." + parameter + ") is empty, and so would allow no tenant at"
                            + " all: name the tenants, such as staging-*.eu.auth0.com, or leave it out");
        }
        for (String pattern : patterns) {
            if (!WRITTEN.matcher(pattern).matches()) {
                throw new MojoExecutionException(parameter + " (-Dauth0." + parameter + "): \"" + pattern
                        + "\" is no pattern of domains: write the domain alone, with * for any part of it that holds no dot,"
                        + " such as staging-*.eu.auth0.com");
            }
        }
        return patterns;
    }

    /** Whether a list of patterns names this tenant. */
    static boolean names(String parameter, String list, Domain domain) throws MojoExecutionException {
        return patterns(parameter, list).stream().anyMatch(pattern -> fits(pattern, domain));
    }

    /** Whether any tenant is named; else every one is allowed. */
    boolean isGiven() {
        return !lists.isEmpty();
    }

    /** Refuses a tenant that is not allowed, before anything is sent to it. */
    public void check(Domain domain, String source) throws MojoExecutionException {
        for (List<String> list : lists) {
            if (list.stream().noneMatch(pattern -> fits(pattern, domain))) {
                throw new MojoExecutionException(
                        "The tenant " + domain + " (" + source
                                + ") is not one that auth0.allowedDomains allows (" + String.join(", ", list)
                                + "): nothing has been sent. Import into one of those, or have it added to allowedDomains in the POM");
            }
        }
    }

    /** Whether a pattern fits the domain; one without a port fits any. */
    private static boolean fits(String pattern, Domain domain) {
        Pattern compiled = Pattern.compile(
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^.]*")));
        String authority = domain.url().getAuthority();
        return compiled.matcher(authority).matches()
                || compiled.matcher(domain.url().getHost()).matches();
    }
}
