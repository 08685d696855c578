package io.github.auth0maven.management;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Says in one line why a call got no answer, and what can be done about it. */
final class ConnectionFailure {

    private static final Pattern NAMES = Pattern.compile("subjectAltNames: \\[(.*)]");
    private static final Pattern REFUSED_BY_PROXY = Pattern.compile("Unexpected response code for CONNECT: (\\d+)");
    /** A proxy's no; 408, 425 and 429 are a not now. */
    private static final Pattern REFUSAL = Pattern.compile("4(?!08|25|29)\\d\\d");

    private static final int DEEPEST = 10;

    private final Transport transport;

    ConnectionFailure(Transport transport) {
        this.transport = transport;
    }

    /** Why, and what to do. */
    String explain(HttpUrl url, IOException e, boolean sent) {
        String server = url.host() + ":" + url.port();
        Optional<ProxyServer> proxy = transport.proxy().filter(any -> url.isHttps());
        if (e instanceof NoJsonException || e instanceof JsonProcessingException) {
            // Jackson quotes what it stumbled over: a token, or a user
            return server + " does not answer with the JSON that was expected";
        }
        if (e instanceof AnswerTooLargeException) {
            return server + " " + e.getMessage()
                    + ", which no tenant does: check auth0.domain, and who answers in its place";
        }
        if (e instanceof ProxyException) {
            return String.valueOf(e.getMessage());
        }
        Matcher refused = REFUSED_BY_PROXY.matcher(String.valueOf(e.getMessage()));
        if (proxy.isPresent() && refused.find()) {
            return "The proxy " + proxy.get() + " does not lead to " + server + " (HTTP " + refused.group(1)
                    + "): have it allow that, or name another one by auth0.proxyId";
        }
        return trust(server, e)
                .or(() -> tooLong(server, e, sent))
                .orElseGet(() -> server
                        + proxy.map(way -> ", called through the proxy " + way + ",")
                                .orElse("") + " cannot be reached, or broke off: " + cause(e));
    }

    /**
     * Whether the next attempt would fare no better, because it is somebody's will or mistake: a certificate, a handshake or a login
     * that is refused. Whatever an overload, a restart or a bad line can bring about may be over in a second.
     */
    static boolean isLasting(IOException e) {
        if (e instanceof ProxyException
                || e instanceof LoopbackDns.ElsewhereException
                || e instanceof AnswerTooLargeException) {
            return true;
        }
        Matcher refused = REFUSED_BY_PROXY.matcher(String.valueOf(e.getMessage()));
        if (refused.find()) {
            return REFUSAL.matcher(refused.group(1)).matches();
        }
        return e instanceof SSLPeerUnverifiedException
                || isPlain(e)
                || (e instanceof SSLHandshakeException && !brokeOff(e));
    }

    /** Whether somebody answered, and not in TLS. */
    private static boolean isPlain(IOException e) {
        return e instanceof SSLException
                && String.valueOf(e.getMessage()).startsWith("Unsupported or unrecognized SSL message");
    }

    /** Whether a handshake came to no end, or to one that the server did not mean. */
    private static boolean brokeOff(IOException e) {
        return within(e, EOFException.class)
                || within(e, SocketException.class)
                || within(e, SocketTimeoutException.class)
                || String.valueOf(e.getMessage()).contains("internal_error");
    }

    private String cause(IOException e) {
        if (e instanceof ProtocolException
                && String.valueOf(e.getMessage()).matches("(?is)(?:un)?expected .*(?:line|size).*")) {
            // OkHttp quotes what it has read
            return "what answers there does not speak HTTP";
        }
        String told = e.getMessage() == null ? e.getClass().getSimpleName() : OneLine.of(e.getMessage());
        if (e instanceof UnknownHostException && !(e instanceof LoopbackDns.ElsewhereException)) {
            // some JDKs add ": Name or service not known"
            return "the name " + told.split("[: ]", 2)[0] + " is unknown; check auth0.domain"
                    + (transport.proxy().isPresent() ? " and the proxy" : ", or whether a proxy has to be named");
        }
        return told;
    }

    private static Optional<String> trust(String server, IOException e) {
        if (e instanceof SSLPeerUnverifiedException) {
            Matcher names = NAMES.matcher(String.valueOf(e.getMessage()));
            return Optional.of(server + " shows a certificate for "
                    + (names.find() && !names.group(1).isBlank() ? OneLine.of(names.group(1)) : "no name")
                    + ", so it is not the server that is meant; check auth0.domain");
        }
        if (!(e instanceof SSLException)) {
            return Optional.empty();
        }
        return certificate(server, e).or(() -> handshake(server, e));
    }

    private static Optional<String> certificate(String server, IOException e) {
        if (within(e, CertificateExpiredException.class) || within(e, CertificateNotYetValidException.class)) {
            return Optional.of("The certificate of " + server + " is not valid today: have it renewed, or put this"
                    + " machine's clock right");
        }
        if (String.valueOf(e.getMessage()).contains("PKIX path") || within(e, CertPathValidatorException.class)) {
            return Optional.of(
                    "The certificate of " + server + " is from a CA that this JDK does not trust: if it is that of your"
                            + " company, or of its proxy, put the CA's certificate (PEM) into a file and the file's path into"
                            + " <caBundle> in the <configuration> of the <server> in settings.xml");
        }
        return Optional.empty();
    }

    private static Optional<String> handshake(String server, IOException e) {
        String told = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (told.contains("protocol_version") || told.contains("protocol version")) {
            return Optional.of(server + " does not speak TLS 1.2 or 1.3, and nothing older is spoken here");
        }
        if (isPlain(e)) {
            return Optional.of(
                    server + " answers, but not in TLS, so it is not the server that is meant; check auth0.domain and"
                            + " its port");
        }
        if (e instanceof SSLHandshakeException && !brokeOff(e)) {
            return Optional.of(server + " refuses the TLS connection (" + OneLine.of(String.valueOf(e.getMessage()))
                    + "): check auth0.domain, and what is between this machine and the tenant");
        }
        return Optional.empty();
    }

    private Optional<String> tooLong(String server, IOException e, boolean sent) {
        if (e instanceof SocketTimeoutException || within(e, SocketTimeoutException.class)) {
            boolean connecting = e instanceof ConnectException
                    || String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
            Timeouts timeouts = transport.timeouts();
            return Optional.of(
                    connecting
                            ? server + " could not be connected to" + after("connect", timeouts.connect())
                            : sent || timeouts.read().equals(timeouts.write())
                                    ? server + " has been silent for too long" + after("read", timeouts.read())
                                    : server + " has been silent, or took nothing, for too long"
                                            + after("read", timeouts.read()) + after("write", timeouts.write()));
        }
        if (e instanceof InterruptedIOException && "timeout".equals(e.getMessage())) {
            return Optional.of("A call of " + server + " took too long"
                    + after("call", transport.timeouts().call()));
        }
        return Optional.empty();
    }

    private static String after(String name, Duration timeout) {
        return " (auth0." + name + "Timeout: " + timeout.toSeconds() + " s)";
    }

    private static boolean within(Throwable e, Class<? extends Throwable> type) {
        @Nullable Throwable cause = e;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
