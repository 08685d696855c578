package io.github.auth0maven.tenant.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0maven.tenant.search.MalformedQueryException;
import io.github.auth0maven.tenant.search.UserQuery;
import io.github.auth0maven.tenant.server.Fields;
import io.github.auth0maven.tenant.server.Json;
import io.github.auth0maven.tenant.server.Page;
import io.github.auth0maven.tenant.server.Refusal;
import io.github.auth0maven.tenant.server.Request;
import io.github.auth0maven.tenant.server.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers {@code GET /users}: filtered, sorted, and by page. */
final class UserList {

    /** Documented: nobody sees more of a list. */
    private static final int MOST_RESULTS = 1_000;

    /** Documented is the status, not the limit. */
    private static final int LONGEST_QUERY = 8_000;

    private static final Set<String> PARAMETERS = Set.of(
            "page",
            "per_page",
            "include_totals",
            "sort",
            "connection",
            "fields",
            "include_fields",
            "q",
            "search_engine",
            "primary_order");

    private static final Pattern BY_IDENTIFIER = Pattern.compile("(email|username|user_id):\"([^\"\\\\]+)\"");
    private static final Pattern SORT = Pattern.compile("([^:]+):(-?1)");

    private final Directory directory;

    UserList(Directory directory) {
        this.directory = directory;
    }

    Response answer(Request request) throws Refusal {
        request.checkParameters(PARAMETERS);
        Page page = Page.byOffset(request);
        if (page.start() + page.limit() > MOST_RESULTS) {
            throw Refusal.of(
                    400,
                    "You can only page through the first 1000 records. See"
                            + " https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation",
                    "invalid_paging");
        }
        List<ObjectNode> found = found(request).toList();
        Fields fields = Fields.of(request);
        ArrayNode users = Json.MAPPER.createArrayNode();
        page.of(found).forEach(user -> users.add(fields.of(user)));
        if (!request.parameter("include_totals").orElse("false").equals("true")) {
            return Response.json(200, users);
        }
        ObjectNode body = Json.object()
                .put("start", page.start())
                .put("limit", page.limit())
                .put("length", users.size());
        body.set("users", users);
        return Response.json(200, body.put("total", found.size()));
    }

    private Stream<ObjectNode> found(Request request) throws Refusal {
        String query = request.parameter("q").orElse("");
        if (query.length() > LONGEST_QUERY) {
            throw Refusal.of(414, "The query is too long");
        }
        Predicate<JsonNode> wanted = parsed(query);
        String connection = request.parameter("connection").orElse("");
        Stream<ObjectNode> found = candidates(query)
                .map(StoredUser::profile)
                .filter(profile -> connection.isEmpty()
                        || profile.at("/identities/0/connection").asText().equals(connection))
                .filter(wanted);
        return request.parameter("sort").isPresent() ? found.sorted(order(request)) : found;
    }

    /** The users that a query may find: most ask for one by an identifier, and need not read all. */
    private Stream<StoredUser> candidates(String query) {
        Matcher byIdentifier = BY_IDENTIFIER.matcher(query);
        if (!byIdentifier.matches()) {
            return directory.all();
        }
        Identifier identifier = Identifier.valueOf(byIdentifier.group(1).toUpperCase(Locale.ROOT));
        return directory.found(identifier, byIdentifier.group(2).toLowerCase(Locale.ROOT));
    }

    private static Predicate<JsonNode> parsed(String query) throws Refusal {
        try {
            return UserQuery.parse(query);
        } catch (MalformedQueryException malformed) {
            throw Refusal.of(400, "Invalid query: " + malformed.getMessage(), "invalid_query_string");
        }
    }

    private static Comparator<ObjectNode> order(Request request) throws Refusal {
        Matcher sort = SORT.matcher(request.parameter("sort").orElse(""));
        if (!sort.matches()) {
            throw Refusal.ofQuery("String does not match pattern ^[^:]+:-?1$", "sort", "Field to sort by");
        }
        String path = "/" + sort.group(1).replace('.', '/');
        Comparator<ObjectNode> order =
                Comparator.comparing(user -> user.at(path).asText());
        return sort.group(2).equals("1") ? order : order.reversed();
    }
}
