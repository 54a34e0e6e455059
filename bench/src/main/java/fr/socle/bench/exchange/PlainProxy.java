package fr.socle.bench.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;

/**
 * A proxy of the JDK's own parts, in a process of its own: it passes each question on and each
 * answer back, checks nothing and writes nothing.
 */
final class PlainProxy {

    private static final int BACKLOG = 512;

    private PlainProxy() {}

    /**
     * @param args its port, the provider's
     */
    public static void main(String[] args) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var behind = "http://localhost:" + args[1];
        var client = HttpClient.newHttpClient();
        var address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        var server = HttpServer.create(address, BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> pass(exchange, client, behind));
        server.start();
    }

    private static void pass(HttpExchange exchange, HttpClient client, String behind)
            throws IOException {
        var question = HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()));
        try {
            var answer = client.send(question.build(), BodyHandlers.ofByteArray());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }
}
