package io.github.auth0maven.benchmark;

import io.github.auth0maven.tenant.LocalTenant;
import io.github.auth0maven.tenant.LoginSettings;
import io.github.auth0maven.tenant.TenantSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** A local tenant, or mock-oauth2-server, in a JVM of its own: how soon it is up, what a token takes, what users weigh. */
public final class TenantInJvm {

    private static final int CALLS = 200;
    private static final int USERS = 100_000;
    private static final int USERS_OF_A_JOB = 1_000;
    private static final double MEGA = 1e6;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TenantInJvm() {}

    /** Prints figures of {@code ours}, {@code theirs} or {@code users}, separated by blanks. */
    public static void main(String[] arguments) throws Exception {
        TenantInJvm jvm = new TenantInJvm();
        switch (arguments[0]) {
            case "ours" -> jvm.measureOurs();
            case "theirs" -> jvm.measureTheirs();
            default -> jvm.weighUsers();
        }
        System.exit(0);
    }

    /** Milliseconds to the start after its class was loaded, for the first token, for a later one, for a refresh. */
    private void measureOurs() throws Exception {
        TenantSettings settings = TenantSettings.defaults()
                .withJobDuration(users -> Duration.ZERO)
                .withLogins(LoginSettings.defaults());
        Class.forName(LocalTenant.class.getName());
        long begin = System.nanoTime();
        LocalTenant tenant = LocalTenant.start(settings);
        double start = since(begin);
        String credentials = "client_id=" + tenant.clientId() + "&client_secret=" + tenant.clientSecret();
        URI endpoint = tenant.url().resolve("oauth/token");
        get(tenant.url().resolve(".well-known/openid-configuration"));
        String form = "grant_type=client_credentials&audience=" + tenant.audience() + "&" + credentials;
        double first = milliseconds(endpoint, form);
        double later = later(endpoint, form);
        importUsers(new Way(tenant, token(tenant), connection(tenant)), 0);
        String refreshToken = member(
                post(
                        endpoint,
                        "grant_type=password&username=user0@example.com&password=secret&scope=openid+offline_access&"
                                + credentials),
                "refresh_token");
        double[] refreshes = new double[CALLS];
        for (int call = 0; call < CALLS; call++) {
            long before = System.nanoTime();
            refreshToken = member(
                    post(endpoint, "grant_type=refresh_token&refresh_token=" + refreshToken + "&" + credentials),
                    "refresh_token");
            refreshes[call] = since(before);
        }
        System.out.printf(Locale.ROOT, "%f %f %f %f%n", start, first, later, lastHalf(refreshes));
    }

    /** The first three of ours; by name, for it is not on the class path that this was compiled with. */
    private void measureTheirs() throws Exception {
        Class<?> type = Class.forName("no.nav.security.mock.oauth2.MockOAuth2Server");
        Class<?> routes = Class.forName("[Lno.nav.security.mock.oauth2.http.Route;");
        Object none = java.lang.reflect.Array.newInstance(routes.getComponentType(), 0);
        long begin = System.nanoTime();
        Object server = type.getConstructor(routes).newInstance(none);
        type.getMethod("start").invoke(server);
        double start = since(begin);
        URI endpoint = URI.create(type.getMethod("tokenEndpointUrl", String.class)
                .invoke(server, "local")
                .toString());
        get(endpoint.resolve(".well-known/openid-configuration"));
        String form = "grant_type=client_credentials&scope=api&client_id=local&client_secret=local";
        double first = milliseconds(endpoint, form);
        System.out.printf(Locale.ROOT, "%f %f %f%n", start, first, later(endpoint, form));
    }

    /** Megabytes that a hundred thousand imported users weigh. */
    private void weighUsers() throws Exception {
        LocalTenant tenant = LocalTenant.start(TenantSettings.defaults()
                .withJobDuration(users -> Duration.ZERO)
                .withLogins(LoginSettings.defaults()));
        Way way = new Way(tenant, token(tenant), connection(tenant));
        long before = used();
        for (int from = 0; from < USERS; from += USERS_OF_A_JOB) {
            importUsers(way, from);
        }
        if (tenant.userCount() != USERS) {
            throw new IllegalStateException("users were lost");
        }
        System.out.printf(Locale.ROOT, "%f%n", (used() - before) / MEGA);
    }

    /** Where an import goes. */
    private record Way(LocalTenant tenant, String token, String connection) {}

    private static String token(LocalTenant tenant) {
        return tenant.accessToken("create:users", "read:connections");
    }

    private String connection(LocalTenant tenant) throws IOException, InterruptedException {
        return member(
                send(HttpRequest.newBuilder(tenant.url().resolve("api/v2/connections"))
                        .header("Authorization", "Bearer " + token(tenant))),
                "id");
    }

    private void importUsers(Way way, int from) throws IOException, InterruptedException {
        StringBuilder users = new StringBuilder("[");
        for (int at = from; at < from + USERS_OF_A_JOB; at++) {
            users.append(at == from ? "" : ",").append(user("user" + at));
        }
        String body = "--x\r\nContent-Disposition: form-data; name=\"connection_id\"\r\n\r\n" + way.connection()
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"users\"; filename=\"users.json\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + users.append("]") + "\r\n--x--\r\n";
        send(HttpRequest.newBuilder(way.tenant().url().resolve("api/v2/jobs/users-imports"))
                .header("Authorization", "Bearer " + way.token())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The hash is SHA-256 of {@code secret}. */
    private static String user(String name) {
        return "{\"email\":\"" + name + "@example.com\",\"name\":\"" + name
                + "\",\"email_verified\":true,\"app_metadata\":{\"roles\":[\"reader\"],\"plan\":\"gold\"},"
                + "\"user_metadata\":{\"colour\":\"red\"},"
                + "\"custom_password_hash\":{\"algorithm\":\"sha256\",\"hash\":{\"encoding\":\"hex\","
                + "\"value\":\"2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b\"}}}";
    }

    private double later(URI endpoint, String form) throws IOException, InterruptedException {
        double[] calls = new double[CALLS];
        for (int call = 0; call < CALLS; call++) {
            calls[call] = milliseconds(endpoint, form);
        }
        return lastHalf(calls);
    }

    private static double lastHalf(double[] calls) {
        return Ratios.median(Arrays.copyOfRange(calls, calls.length / 2, calls.length));
    }

    private double milliseconds(URI endpoint, String form) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        post(endpoint, form);
        return since(begin);
    }

    private String post(URI endpoint, String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private void get(URI uri) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(uri));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " of " + answer.uri());
        }
        return answer.body();
    }

    private static String member(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / MEGA;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int turn = 0; turn < 5; turn++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
