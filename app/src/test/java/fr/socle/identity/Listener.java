package fr.socle.identity;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;

/** Where a service outside the house hears that somebody left. */
@NullMarked
final class Listener implements AutoCloseable {

    private static final String NAME = "logout_token=";
    private static final int PARTS_OF_A_SIGNED_ONE = 3;

    private final HttpServer server;
    final List<String> texts = new CopyOnWriteArrayList<>();

    /** Those that are not sealed. */
    final List<SignedJWT> heard = new CopyOnWriteArrayList<>();

    volatile int status = 200;

    Listener() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sortie", this::hear);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/sortie";
    }

    private void hear(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            var text =
                    URLDecoder.decode(
                            body.substring(body.indexOf(NAME) + NAME.length()),
                            StandardCharsets.UTF_8);
            texts.add(text);
            if (text.split("\\.").length == PARTS_OF_A_SIGNED_ONE) {
                heard.add(SignedJWT.parse(text));
            }
        } catch (ParseException unreadable) {
            throw new IOException(unreadable);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
