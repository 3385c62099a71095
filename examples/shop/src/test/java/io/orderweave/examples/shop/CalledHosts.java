package io.orderweave.examples.shop;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Notes each host and port that this process is about to connect to: every HTTP client asks first whether there is a proxy. */
final class CalledHosts extends ProxySelector implements AutoCloseable {

    private final Set<String> hosts = new ConcurrentSkipListSet<>();
    private final ProxySelector before;

    private CalledHosts(ProxySelector before) {
        this.before = before;
    }

    /** Notes them until it is closed. */
    static CalledHosts record() {
        CalledHosts called = new CalledHosts(ProxySelector.getDefault());
        ProxySelector.setDefault(called);
        return called;
    }

    Set<String> hosts() {
        return new TreeSet<>(hosts);
    }

    @Override
    public List<Proxy> select(URI uri) {
        hosts.add(uri.getHost() + ":" + uri.getPort());
        return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException fault) {
        // Noted already when it was about to be called.
    }

    @Override
    public void close() {
        ProxySelector.setDefault(before);
    }
}
