package fr.socle.journal.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * {@code POST /add-checkpoint} over the JDK's own server: a witness depends on as little as
 * possible.
 */
public final class WitnessServer implements AutoCloseable {

    private static final int MAX_REQUEST = 65_536;

    private record Response(int status, String type, String body) {}

    private final HttpServer server;
    private final Witness witness;

    private WitnessServer(HttpServer server, Witness witness) {
        this.server = server;
        this.witness = witness;
    }

    /** Listens; port 0 takes a free one. */
    public static WitnessServer start(Witness witness, InetSocketAddress address)
            throws IOException {
        var http = HttpServer.create(address, 64);
        var server = new WitnessServer(http, witness);
        http.createContext("/", server::handle);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var response = answer(exchange);
            var body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", response.type());
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/cle") && exchange.getRequestMethod().equals("GET")) {
            return text(200, witness.key().text() + "\n");
        }
        if (!path.equals("/add-checkpoint")) {
            return text(404, "");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return text(405, "");
        }
        var request = exchange.getRequestBody().readNBytes(MAX_REQUEST + 1);
        return request.length > MAX_REQUEST
                ? text(413, "")
                : add(new String(request, StandardCharsets.UTF_8));
    }

    private Response add(String request) {
        try {
            var parsed = WitnessRequest.parse(request);
            return response(witness.add(parsed.oldSize(), parsed.proof(), parsed.note()));
        } catch (IllegalArgumentException malformed) {
            return text(400, malformed.getMessage() + "\n");
        } catch (UncheckedIOException disk) {
            return text(503, "");
        }
    }

    private static Response response(WitnessAnswer answer) {
        return switch (answer) {
            case WitnessAnswer.Cosigned(var line) -> text(200, line.text() + "\n");
            case WitnessAnswer.Malformed(var why) -> text(400, why + "\n");
            case WitnessAnswer.NotSigned _ -> text(403, "");
            case WitnessAnswer.UnknownLog _ -> text(404, "");
            case WitnessAnswer.Conflict(var size) ->
                    new Response(409, "text/x.tlog.size", size + "\n");
            case WitnessAnswer.BadProof _ -> text(422, "");
        };
    }

    private static Response text(int status, String body) {
        return new Response(status, "text/plain; charset=utf-8", body);
    }
}
