package fr.socle.journal.publish;

import static java.net.http.HttpResponse.BodyHandlers.limiting;
import static java.net.http.HttpResponse.BodyHandlers.ofString;

import fr.socle.journal.Hash;
import fr.socle.journal.JournalSettings;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Cosignature;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.SignedNote;
import fr.socle.journal.format.VerifierKey;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.CheckpointStore.Published;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.TileStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks each witness to cosign the last checkpoint (c2sp.org/tlog-witness). Nothing is held while it
 * answers.
 */
@Component
class WitnessCaller {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessCaller.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_ANSWER = 16_384;

    /** A witness as configured: {@code <submission address> <verifier key>}. */
    record Witness(URI address, VerifierKey key) {
        static Witness parse(String setting) {
            var parts = setting.strip().split("\\s+", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException(
                        "a witness is set as <address> <verifier key>: " + setting);
            }
            return new Witness(
                    URI.create(parts[0].replaceAll("/+$", "")), VerifierKey.parse(parts[1]));
        }
    }

    private final List<Witness> witnesses;
    private final LogStore logs;
    private final TileStore tiles;
    private final CheckpointStore checkpoints;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    WitnessCaller(
            JournalSettings settings, LogStore logs, TileStore tiles, CheckpointStore checkpoints) {
        this.witnesses = settings.witnesses().stream().map(Witness::parse).toList();
        this.logs = logs;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
    }

    void call() {
        if (!witnesses.isEmpty()) {
            logs.current()
                    .ifPresent(
                            head -> checkpoints.last(head.log()).ifPresent(it -> call(head, it)));
        }
    }

    private void call(LogHead head, Published last) {
        for (var witness : witnesses) {
            var known = checkpoints.cosignedBy(head.log(), witness.key());
            if (known < last.size()) {
                ask(witness, head, last, known);
            }
        }
    }

    private void ask(Witness witness, LogHead head, Published last, long known) {
        try {
            var answer = post(witness, head, last, known);
            if (answer.statusCode() == 409) {
                var theirs = Long.parseLong(answer.body().strip());
                if (theirs > newest(head)) {
                    LOG.error(
                            "witness {} cosigned this log at {}, and the database holds less: an older backup was"
                                    + " restored",
                            witness.key().name(),
                            theirs);
                    return;
                }
                answer = theirs <= last.size() ? post(witness, head, last, theirs) : answer;
            }
            if (answer.statusCode() == 200) {
                keep(witness, head, last, answer.body());
            } else {
                LOG.warn("witness {} answers {}", witness.key().name(), answer.statusCode());
            }
        } catch (CompletionException unavailable) {
            LOG.debug(
                    "witness {} does not answer: {}", witness.key().name(), unavailable.toString());
        } catch (RuntimeException nonsense) {
            // whatever one witness says or fails to say, the next one is asked
            LOG.warn("witness {}: {}", witness.key().name(), nonsense.toString());
        }
    }

    /** Another node may have published since. */
    private long newest(LogHead head) {
        return checkpoints.last(head.log()).map(Published::size).orElse(0L);
    }

    /**
     * @throws CompletionException when no whole answer comes in time, or more than an answer can be
     */
    private HttpResponse<String> post(Witness witness, LogHead head, Published last, long known) {
        var proof = tiles.ask(head.log(), it -> Merkle.consistency(it, known, last.size()));
        var body = new StringBuilder("old ").append(known).append('\n');
        proof.stream().map(Hash::base64).forEach(line -> body.append(line).append('\n'));
        body.append('\n').append(last.note().write());
        var request =
                HttpRequest.newBuilder(URI.create(witness.address() + "/add-checkpoint"))
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        // of the whole answer: a request's own timeout ends with its head
        return http.sendAsync(request, limiting(ofString(), MAX_ANSWER))
                .orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Only a true cosignature of the witness that we asked is kept. */
    private void keep(Witness witness, LogHead head, Published last, String answer) {
        var checkpoint = Checkpoint.parse(last.note().text());
        answer.lines()
                .filter(line -> !line.isBlank())
                .map(SignedNote.Line::parse)
                .filter(line -> Cosignature.verify(checkpoint, line, witness.key()).isPresent())
                .findFirst()
                .ifPresent(
                        line -> checkpoints.cosign(head.log(), last.size(), witness.key(), line));
    }
}
