package fr.socle.exchange.demonstration;

import fr.socle.exchange.dataset.Library;
import fr.socle.exchange.provider.Credential;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.store.ProviderStore.Row;
import fr.socle.house.HouseSettings;
import fr.socle.kernel.IdentitePivot;
import fr.socle.ui.UiSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the demonstration providers and the persons whom they know. What is there already stays as
 * it was set.
 */
@Component
class DemonstrationSeed {

    static final String QUOTIENT = "quotient-familial";
    static final String STUDENT = "statut-etudiant";
    static final String REGISTER = "mandataires-sociaux";
    static final String SIRENE = "unites-legales";

    /** The made-up providers, by the code of what they give. */
    static final Map<String, String> NAMES =
            new TreeMap<>(
                    Map.of(
                            QUOTIENT,
                            "Caisse d’allocations familiales (démonstration)",
                            STUDENT,
                            "Ministère de l’Enseignement supérieur (démonstration)",
                            REGISTER,
                            "Registre des entreprises (démonstration)",
                            SIRENE,
                            "Répertoire des entreprises (démonstration)"));

    /** Columns: prenoms;nom;naissance;sexe;pays;commune;quotient. The last may be empty. */
    private static final String PERSONS = "fr/socle/exchange/demonstration-personnes.csv";

    private static final int COLUMNS = 7;
    private static final int BEFORE_HABILITATIONS = 150;

    private final Providers providers;
    private final DemonstrationStore store;
    private final Stage stage;
    private final SecureRandom random;
    private final Clock clock;

    /** Whether the play is given, and in one piece. */
    @Component
    record Stage(UiSettings ui, HouseSettings house, TransactionTemplate transaction) {

        boolean open() {
            return ui.demonstration() && !house.production();
        }
    }

    DemonstrationSeed(
            Providers providers,
            DemonstrationStore store,
            Stage stage,
            SecureRandom random,
            Clock clock) {
        this.providers = providers;
        this.store = store;
        this.stage = stage;
        this.random = random;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(BEFORE_HABILITATIONS)
    void write() {
        if (stage.open()) {
            stage.transaction().executeWithoutResult(_ -> writeMissing());
        }
    }

    private void writeMissing() {
        NAMES.forEach(this::provider);
        var lines = lines();
        if (store.personCount() >= lines.size()) {
            // because to read civil statuses loads the tables of communes, at every start
            return;
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        lines.stream().map(it -> person(it, today)).forEach(store::insertPerson);
    }

    private void provider(String code, String name) {
        var row =
                new Row(
                        Library.find(code).orElseThrow(),
                        name,
                        null,
                        new Credential.Bearer(),
                        new byte[0],
                        true);
        var secret = new byte[32];
        random.nextBytes(secret);
        var token = HexFormat.of().formatHex(secret);
        if (providers.add(row, token)) {
            store.insertProvider(code, hash(token));
        }
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    static MadeUpPerson person(String line, LocalDate today) {
        var cells = line.split(";", COLUMNS);
        var claims =
                Map.of(
                        "given_name", cells[0],
                        "family_name", cells[1],
                        "birthdate", cells[2],
                        "gender", cells[3].equals("M") ? "male" : "female",
                        "birthcountry", cells[4],
                        "birthplace", cells[5]);
        return switch (IdentitePivot.read(claims, today)) {
            case IdentitePivot.Reading.Accepted(var it) ->
                    MadeUpPerson.of(
                            it,
                            cells[6].isEmpty()
                                    ? MadeUpPerson.plausibleQuotient(it)
                                    : Integer.parseInt(cells[6]));
            case IdentitePivot.Reading.Refused(var why) ->
                    throw new IllegalStateException("a demonstration person is refused: " + why);
        };
    }

    /** The list, without its head and its remarks. */
    static List<String> lines() {
        try (var file = new ClassPathResource(PERSONS).getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
