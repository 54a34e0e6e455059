package fr.socle.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * One person's browser: its own cookies, no JavaScript. With several nodes its requests go to them
 * in turn, as behind a load balancer that knows no sessions.
 */
final class Browser {

    private static final int REDIRECTS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration WEEK = Duration.ofDays(7);

    private final List<URI> nodes;
    private final AtomicInteger turn = new AtomicInteger();
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;

    /** What this person may never read, on whatever page. */
    private final List<String> foreign;

    /** Requests made so far, redirects included. */
    private final AtomicInteger requests;

    /**
     * @param nodes their addresses, without final slash
     * @param foreign words that must appear on none of its pages
     */
    Browser(List<URI> nodes, List<String> foreign) {
        this(nodes, foreign, new AtomicInteger());
    }

    /**
     * @param requests where its requests are counted, with those of others
     */
    Browser(List<URI> nodes, List<String> foreign, AtomicInteger requests) {
        this.nodes = List.copyOf(nodes);
        this.foreign = List.copyOf(foreign);
        this.requests = requests;
        this.http =
                HttpClient.newBuilder()
                        .cookieHandler(cookies)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(PATIENCE)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    Screen home() {
        return get(nodes.getFirst().resolve("/"));
    }

    Screen get(URI address) {
        return show(HttpRequest.newBuilder(address).GET());
    }

    /** Loses every cookie, as a person does who empties the browser. */
    void forget() {
        cookies.getCookieStore().removeAll();
    }

    /** Comes back a week later: sessions are over, the device is still known. */
    void comeBack() {
        forget(it -> it.getMaxAge() < WEEK.toSeconds());
    }

    /** Loses the cookies whose name begins so. */
    void forget(String prefix) {
        forget(it -> it.getName().startsWith(prefix));
    }

    private void forget(Predicate<HttpCookie> lost) {
        var store = cookies.getCookieStore();
        // copies, because what they show changes with what is removed
        var places = List.copyOf(store.getURIs());
        List.copyOf(store.getCookies()).stream()
                .filter(lost)
                .forEach(it -> places.forEach(place -> store.remove(place, it)));
    }

    int requests() {
        return requests.get();
    }

    /** The cookies that go with every page, as the header says them. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> "/".equals(it.getPath()))
                .map(it -> it.getName() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }

    byte[] download(URI address) {
        return file(exchange(HttpRequest.newBuilder(address).GET()));
    }

    private byte[] file(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new Unexpected("un fichier", screen(response));
        }
        return response.body();
    }

    Screen send(
            FormElement form,
            Element button,
            List<Map.Entry<String, String>> data,
            List<Filling.Attached> attached) {
        return show(request(form, button, data, attached));
    }

    byte[] sendForFile(
            FormElement form,
            Element button,
            List<Map.Entry<String, String>> data,
            List<Filling.Attached> attached) {
        return file(exchange(request(form, button, data, attached)));
    }

    private static HttpRequest.Builder request(
            FormElement form,
            Element button,
            List<Map.Entry<String, String>> data,
            List<Filling.Attached> attached) {
        var action = attribute(form, button, "action");
        var target = action.isEmpty() ? form.baseUri() : action;
        var method = button.hasAttr("formmethod") ? button.attr("formmethod") : form.attr("method");
        if (!method.equalsIgnoreCase("post")) {
            var page = target.replaceAll("[?#].*", "");
            return HttpRequest.newBuilder(URI.create(page + "?" + encoded(data))).GET();
        }
        var request = HttpRequest.newBuilder(URI.create(target));
        var multipart = form.attr("enctype").equals("multipart/form-data");
        return multipart ? parts(request, data, attached) : urlencoded(request, data);
    }

    private static String attribute(FormElement form, Element button, String name) {
        return button.hasAttr("form" + name) ? button.absUrl("form" + name) : form.absUrl(name);
    }

    private static HttpRequest.Builder urlencoded(
            HttpRequest.Builder request, List<Map.Entry<String, String>> data) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(data)));
    }

    private static HttpRequest.Builder parts(
            HttpRequest.Builder request,
            List<Map.Entry<String, String>> data,
            List<Filling.Attached> attached) {
        var body = new Multipart();
        data.forEach(it -> body.text(it.getKey(), it.getValue()));
        attached.forEach(body::file);
        return request.header("Content-Type", body.contentType())
                .POST(BodyPublishers.ofByteArray(body.bytes()));
    }

    private static String encoded(List<Map.Entry<String, String>> data) {
        return data.stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends, follows redirects, and reads the page where they end. */
    private Screen show(HttpRequest.Builder first) {
        var request = first;
        for (var hop = 0; hop < REDIRECTS; hop++) {
            var response = exchange(request);
            var next = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || next.isEmpty()) {
                return screen(response);
            }
            request = HttpRequest.newBuilder(response.uri().resolve(next.get())).GET();
        }
        throw new Unexpected("attendu : une page ; reçu : plus de " + REDIRECTS + " renvois");
    }

    private Screen screen(HttpResponse<byte[]> response) {
        var html = new String(response.body(), StandardCharsets.UTF_8);
        var screen =
                new Screen(
                        this,
                        response.uri(),
                        response.statusCode(),
                        Jsoup.parse(html, response.uri().toString()));
        foreign.stream().filter(screen::says).findFirst().ifPresent(it -> leak(it, screen));
        return screen;
    }

    private static void leak(String words, Screen screen) {
        throw new Unexpected("rien d’une autre personne, or on lit « " + words + " »", screen);
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder builder) {
        var wanted = builder.build();
        var request =
                HttpRequest.newBuilder(wanted, (_, _) -> true)
                        .uri(onNextNode(wanted.uri()))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "fr")
                        .timeout(PATIENCE)
                        .build();
        requests.incrementAndGet();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(request.uri() + " ne répond pas", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("le parcours a été interrompu");
        }
    }

    /** An address of one node, on the node whose turn it is; others stay as they are. */
    private URI onNextNode(URI address) {
        var ours = nodes.stream().anyMatch(it -> it.getAuthority().equals(address.getAuthority()));
        if (!ours || nodes.size() == 1) {
            return address;
        }
        var node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
        return URI.create(node + address.toString().replaceFirst("^[a-z]+://[^/]+", ""));
    }

    /** A form with files (RFC 7578). */
    private static final class Multipart {

        private final String boundary = "socle-" + java.util.UUID.randomUUID();
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        void text(String name, String value) {
            write(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(boundary, name, value));
        }

        void file(Filling.Attached file) {
            write(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                            .formatted(boundary, file.field(), file.name(), file.type()));
            out.writeBytes(file.bytes());
            write("\r\n");
        }

        String contentType() {
            return "multipart/form-data; boundary=" + boundary;
        }

        byte[] bytes() {
            write("--" + boundary + "--\r\n");
            return out.toByteArray();
        }

        private void write(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
