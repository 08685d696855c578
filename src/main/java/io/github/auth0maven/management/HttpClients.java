package io.github.auth0maven.management;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Makes HTTP clients that ask the JVM for nothing but the certificates that it trusts, and do nothing of their own accord. */
final class HttpClients {

    /** The name under which Retry-After passes OkHttp, which would repeat a request by itself, whatever it was. */
    static final String COME_BACK = "X-Come-Back";

    private HttpClients() {}

    /**
     * For this machine only, which is for {@link Domain} to see to; all that TLS needs is not even loaded, nor what has several
     * addresses race.
     */
    static OkHttpClient.Builder plain(Transport transport, String userAgent) {
        return client(transport, userAgent)
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .fastFallback(false);
    }

    /** TLS 1.2 and 1.3, and nothing without. */
    static OkHttpClient.Builder encrypted(Transport transport, String userAgent) {
        X509TrustManager trusted = transport.trust().manager();
        return client(transport, userAgent)
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                .sslSocketFactory(sockets(trusted), trusted);
    }

    private static OkHttpClient.Builder client(Transport transport, String userAgent) {
        Timeouts timeouts = transport.timeouts();
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(2, 15, TimeUnit.SECONDS))
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .writeTimeout(timeouts.write())
                .callTimeout(timeouts.call())
                .dns(new LoopbackDns(Dns.SYSTEM))
                .proxySelector(new ProxyForTls(transport.proxy()))
                .proxyAuthenticator(
                        transport.proxy().isPresent()
                                ? new ProxyAuthenticator(transport.proxy().get(), userAgent)
                                : Authenticator.NONE)
                .addNetworkInterceptor(HttpClients::plainly);
    }

    private static SSLSocketFactory sockets(X509TrustManager trusted) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trusted}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK speaks TLS", e);
        }
    }

    /**
     * The response without what OkHttp would act upon by itself: Retry-After, and the type of the body, for which it would have
     * Kotlin's regular expressions loaded although nobody asks.
     */
    private static Response plainly(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        Response.Builder plain =
                response.newBuilder().body(ResponseBody.create(body.source(), null, body.contentLength()));
        String retryAfter = response.header("Retry-After");
        return (retryAfter == null ? plain : plain.headers(comeBack(response.headers(), retryAfter))).build();
    }

    private static Headers comeBack(Headers headers, String retryAfter) {
        return headers.newBuilder()
                .removeAll("Retry-After")
                .addUnsafeNonAscii(COME_BACK, retryAfter)
                .build();
    }
}
