package fr.socle.bench.identity;

import java.io.IOException;

/**
 * The connections of one worker, who plays browsers and services in turn.
 *
 * @param browser to the broker
 * @param service to the broker, from a service's server
 * @param provider to the demonstration provider
 */
record Hands(Wire browser, Wire service, Wire provider) implements AutoCloseable {

    static Hands at(int broker, int provider) throws IOException {
        return new Hands(new Wire(broker), new Wire(broker), new Wire(provider));
    }

    @Override
    public void close() throws IOException {
        browser.close();
        service.close();
        provider.close();
    }
}
