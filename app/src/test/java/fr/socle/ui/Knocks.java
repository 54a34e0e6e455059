package fr.socle.ui;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Knocks at the doors over a real socket, and follows nothing. */
final class Knocks {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    Knocks(int port) {
        this.port = port;
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(address(path)), headers);
    }

    HttpResponse<String> post(String path, String type, String body, String... headers)
            throws Exception {
        return send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws Exception {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
