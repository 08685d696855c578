package io.github.auth0maven.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** A server on loopback whose answers begin well and do not end. */
final class EndlessServer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    private final AtomicLong sent = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();
    private final byte[] beginning;
    private final byte[] rest;
    private final boolean zipped;

    private EndlessServer(String beginning, String rest, boolean zipped) throws IOException {
        this.beginning = beginning.getBytes(UTF_8);
        this.rest = rest.repeat(8192 / rest.length() + 1).getBytes(UTF_8);
        this.zipped = zipped;
        Thread thread = new Thread(this::serve, "endless");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that says this, and then that again and again. */
    static EndlessServer saying(String beginning, String rest) throws IOException {
        return new EndlessServer(beginning, rest, false);
    }

    /** The same in gzip, which makes next to nothing of it. */
    static EndlessServer saying(String beginning, String rest, boolean zipped) throws IOException {
        return new EndlessServer(beginning, rest, zipped);
    }

    Domain domain() {
        return Domain.parse("http://127.0.0.1:" + server.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    /** How many bytes of bodies were sent, before they were zipped. */
    long sent() {
        return sent.get();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                readRequest(caller.getInputStream());
                requests.incrementAndGet();
                OutputStream out = caller.getOutputStream();
                out.write(("HTTP/1.1 200 OK\r\n" + (zipped ? "Content-Encoding: gzip\r\n" : "") + "\r\n")
                        .getBytes(UTF_8));
                OutputStream body = zipped ? new GZIPOutputStream(out, 512, true) : out;
                body.write(beginning);
                while (true) {
                    body.write(rest);
                    sent.addAndGet(rest.length);
                }
            } catch (IOException e) {
                // the caller has had enough, or the test is over
            }
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String length = head.toString().toLowerCase(Locale.ROOT).replaceAll("(?s).*content-length: (\\d+).*", "$1");
        if (length.matches("\\d+")) {
            in.readNBytes(Integer.parseInt(length));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
