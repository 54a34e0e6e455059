package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.exchange.spi.FileTelling;
import fr.socle.exchange.trace.EchangeTermine;
import fr.socle.exchange.trace.EchangesRemis;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.journal.Audience;
import fr.socle.journal.Part;
import fr.socle.ui.Dictionary;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The person knows whether what left arrived, over real sockets. */
@NullMarked
class DeliveryTests extends ParticulierTest {

    private static final String FIELD = "adresse.destinataire";

    /** More than both ends of a connection hold for each other. */
    private static final int LARGE = 9_000_000;

    @Autowired FileTelling file;
    @Autowired Dictionary dictionary;

    @SuppressWarnings("NullAway.Init") // because JUnit calls aLargeAnswer first
    private String token;

    DeliveryTests() throws IOException {}

    @BeforeEach
    void aLargeAnswer() {
        token =
                token(
                        habilitation(
                                city,
                                quotient,
                                Set.of(FIELD),
                                EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER)));
        persons.known.put(parent, ariane());
        behaviour =
                exchange ->
                        say(
                                exchange,
                                200,
                                "{\"data\":{\"adresse\":{\"destinataire\":\""
                                        + "x".repeat(LARGE)
                                        + "\"}}}");
        journal.told.clear();
    }

    @Test
    void whatArrivedWholeIsToldByTheGrantAlone() {
        var response = particulier(token);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).hasSizeGreaterThan(LARGE);
        await().until(() -> arrived(journal.told, lastAsked()));
        assertThat(ends()).isEmpty();
        var told =
                journal.told.stream()
                        .filter(EchangesRemis.class::isInstance)
                        .flatMap(it -> it.parts().stream())
                        .toList();
        assertThat(told)
                .allSatisfy(
                        it -> {
                            assertThat(it.audiences()).containsExactly(Audience.AUDITEUR);
                            assertThat(it.content()).containsOnlyKeys("echanges");
                        });
    }

    @Test
    void aClientThatIsGoneHalfWayIsToldToThePersonWithoutAccusingAnyone() throws IOException {
        goneAfter(2_000);
        var end = end();
        assertThat(journal.kinds())
                .containsExactly("exchange.demande", "exchange.accorde", "exchange.termine");
        assertThat(issue(end)).isEqualTo("remise non confirmée");
        var part = toPerson(end).getFirst();
        assertThat(part.person()).isEqualTo(parent);
        var told =
                file.tell(dictionary.french(), "exchange.termine", Instant.now(), part.content());
        assertThat(told.sentence())
                .isEqualTo(
                        "La réponse de Fournisseur simulé à Ville du contrat est partie, mais rien ne"
                                + " confirme qu’elle est arrivée entière");
        assertThat(told.facts()).containsEntry("Issue", "remise non confirmée");
    }

    @Test
    void whoAsksForTheHeadersAloneReceivedNothing() throws IOException {
        try (var socket = connected()) {
            ask(socket, "HEAD");
            assertThat(socket.getInputStream().readNBytes(12)).isNotEmpty();
            assertThat(issue(end())).isEqualTo("remise non confirmée");
        }
    }

    private void goneAfter(int bytes) throws IOException {
        try (var socket = connected()) {
            ask(socket, "GET");
            assertThat(socket.getInputStream().readNBytes(bytes)).hasSize(bytes);
            // because a reset, and not a polite end, is what a broken line sends
            socket.setSoLinger(true, 0);
        }
    }

    private Socket connected() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", port));
        return socket;
    }

    private void ask(Socket socket, String method) throws IOException {
        var query = new StringBuilder();
        var civil = civil();
        for (int i = 0; i < civil.size(); i += 2) {
            query.append(i == 0 ? "?" : "&");
            query.append(encoded(civil.get(i))).append('=').append(encoded(civil.get(i + 1)));
        }
        var request =
                method
                        + " "
                        + identite()
                        + query
                        + " HTTP/1.1\r\nHost: localhost:"
                        + port
                        + "\r\nAuthorization: Bearer "
                        + token
                        + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private EchangeTermine end() {
        return await().atMost(Duration.ofSeconds(60))
                .until(this::ends, it -> !it.isEmpty())
                .getFirst();
    }

    private List<EchangeTermine> ends() {
        return journal.told.stream()
                .filter(EchangeTermine.class::isInstance)
                .map(EchangeTermine.class::cast)
                .toList();
    }

    private static String issue(EchangeTermine end) {
        return String.valueOf(end.parts().getFirst().content().get("issue"));
    }

    private static List<Part> toPerson(EchangeTermine end) {
        return end.parts().stream()
                .filter(it -> it.audiences().contains(Audience.PERSONNE))
                .toList();
    }
}
