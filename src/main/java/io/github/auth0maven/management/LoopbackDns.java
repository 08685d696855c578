package io.github.auth0maven.management;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Looks names up, and lets {@code localhost} be no other machine: plain HTTP goes there. */
final class LoopbackDns implements Dns {

    private final Dns names;

    /** This machine's name leads to another. */
    static final class ElsewhereException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        ElsewhereException() {
            super("localhost is another machine here; write 127.0.0.1");
        }
    }

    LoopbackDns(Dns names) {
        this.names = names;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = names.lookup(host);
        if (host.equals("localhost") && !addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
            throw new ElsewhereException();
        }
        return addresses;
    }
}
