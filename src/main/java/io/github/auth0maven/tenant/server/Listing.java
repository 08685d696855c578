package io.github.auth0maven.tenant.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A list as the Management API answers it: bare, with totals, or from a checkpoint, as the query asks [D].
 *
 * @param name what the items are called
 * @param items all items
 * @param shown how one of them is answered
 */
public record Listing<T>(String name, List<T> items, Function<T, ? extends JsonNode> shown) {

    private static final int MOST = 100;

    /** Answers a query for a page of the list. */
    public Response answer(Request request) throws Refusal {
        if (request.parameter("take").isPresent() || request.parameter("from").isPresent()) {
            return fromCheckpoint(request, MOST);
        }
        Page page = Page.byOffset(request);
        ArrayNode array = array(page);
        if (!request.parameter("include_totals").orElse("false").equals("true")) {
            return Response.json(200, array).with(links(request, page));
        }
        ObjectNode body = Json.object()
                .put("start", page.start())
                .put("limit", page.limit())
                .put("total", items.size());
        body.set(name, array);
        return Response.json(200, body).with(links(request, page));
    }

    /** Answers a query that can ask from a checkpoint only. */
    public Response fromCheckpoint(Request request, int most) throws Refusal {
        Page page = Page.byCheckpoint(request, most);
        ObjectNode body = Json.object();
        body.set(name, array(page));
        if (page.isFollowed(items)) {
            body.put("next", page.next());
        }
        return Response.json(200, body);
    }

    private ArrayNode array(Page page) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        page.of(items).forEach(item -> array.add(shown.apply(item)));
        return array;
    }

    /** The next page, by RFC 8288. */
    private Map<String, String> links(Request request, Page page) {
        if (page.start() + page.limit() >= items.size()) {
            return Map.of();
        }
        List<String> query = new ArrayList<>();
        request.query().forEach((parameter, values) -> {
            if (!parameter.equals("page") && !parameter.equals("per_page")) {
                values.forEach(value -> query.add(Request.encoded(parameter) + "=" + Request.encoded(value)));
            }
        });
        query.add("per_page=" + page.limit());
        query.add("page=" + (page.start() / page.limit() + 1));
        String next = query.stream().collect(Collectors.joining("&", "?", ""));
        return Map.of("Link", "<" + request.origin() + request.path() + next + ">; rel=\"next\"");
    }
}
