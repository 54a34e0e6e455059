package fr.socle.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Executors;

/** Hands everything on to a node that lives, but drops what is asked under one path. */
final class BrokenNode implements AutoCloseable {

    private static final List<String> ASKED = List.of("Cookie", "Content-Type", "Accept");
    private static final List<String> ANSWERED = List.of("Set-Cookie", "Content-Type", "Location");

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI living;
    private final String dropped;

    BrokenNode(URI living, String dropped) throws IOException {
        this.living = living;
        this.dropped = dropped;
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.server = HttpServer.create(anyPort, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().startsWith(dropped)) {
                handOn(exchange);
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private void handOn(HttpExchange exchange) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(living + exchange.getRequestURI().toString()))
                        .method(
                                exchange.getRequestMethod(),
                                BodyPublishers.ofByteArray(
                                        exchange.getRequestBody().readAllBytes()));
        var asked = exchange.getRequestHeaders();
        ASKED.forEach(it -> asked.getOrDefault(it, List.of()).forEach(v -> request.header(it, v)));
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        var headers = exchange.getResponseHeaders();
        ANSWERED.forEach(it -> headers.put(it, answer.headers().allValues(it)));
        var length = answer.body().length;
        exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(answer.body());
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
