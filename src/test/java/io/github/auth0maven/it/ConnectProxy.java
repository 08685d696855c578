package io.github.auth0maven.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy on loopback that knows the method CONNECT and nothing else, wants to be told a name and a password if it has been given
 * some, and keeps the head of each request. Names lead where it has been told that they lead.
 */
public final class ConnectProxy implements AutoCloseable {

    private final ServerSocket server;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> names = new ConcurrentHashMap<>();
    private final String login;
    private final String challenge;

    private ConnectProxy(String login, String challenge) throws IOException {
        this.login = login;
        this.challenge = challenge;
        server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        inBackground(this::serve);
    }

    /** For everybody. */
    public static ConnectProxy open() throws IOException {
        return new ConnectProxy("", "");
    }

    /** For whoever knows the name and the password. */
    public static ConnectProxy of(String username, String password) throws IOException {
        return asking(username, password, "Basic realm=\"it\", charset=\"UTF-8\"");
    }

    /** For whoever knows the name and the password, who is asked for them in these words. */
    public static ConnectProxy asking(String username, String password, String challenge) throws IOException {
        return new ConnectProxy(username + ":" + password, challenge);
    }

    /** Lets a name and port, wherever they may be, lead to a port of this machine; 0 leads nowhere. */
    public ConnectProxy leading(String authority, int port) {
        names.put(authority, port);
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The heads of the requests so far. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** The first lines of the requests so far. */
    public List<String> requests() {
        return heads.stream().map(head -> head.lines().findFirst().orElse("")).toList();
    }

    private void serve() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            inBackground(() -> answer(client));
        }
    }

    private void answer(Socket client) throws IOException {
        try (client) {
            String head = head(client.getInputStream());
            while (!head.isEmpty()) {
                heads.add(head);
                if (!login.isEmpty() && !knowsLogin(head)) {
                    say(client, "407 Proxy Authentication Required\r\nProxy-Authenticate: " + challenge);
                } else if (!head.startsWith("CONNECT ")) {
                    say(client, "405 Method Not Allowed");
                } else {
                    tunnel(client, head.split(" ", 3)[1]);
                    return;
                }
                head = head(client.getInputStream());
            }
        }
    }

    private void tunnel(Socket client, String authority) throws IOException {
        int port = names.getOrDefault(authority, 0);
        if (port == 0) {
            say(client, "403 Forbidden");
            return;
        }
        try (Socket target = new Socket(server.getInetAddress(), port)) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
            inBackground(() -> {
                client.getInputStream().transferTo(target.getOutputStream());
                target.shutdownOutput();
            });
            target.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private boolean knowsLogin(String head) {
        String expected = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
        return head.lines()
                .map(line -> line.split(": ", 2))
                .anyMatch(header -> header.length == 2
                        && header[0].toLowerCase(Locale.ROOT).equals("proxy-authorization")
                        && header[1].equals(expected));
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\n\r\n").getBytes(ISO_8859_1));
    }

    /** A request up to the empty line; empty if there is none. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // somebody has hung up
                    }
                },
                "connect-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
