package fr.socle.exchange.demonstration;

import fr.socle.exchange.provider.Providers;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The doors of the made-up providers of data about persons. They ask for a bearer token, as real
 * ones do. Outside demonstration no token opens them.
 */
@RestController
@Public
class ProviderDoorController {

    private static final String PREFIX_QUOTIENT = "37";
    private static final String PREFIX_STUDENT = "25";

    /** Longer than any caller waits. */
    private static final Duration SLOW = Duration.ofSeconds(15);

    private final DemonstrationSeed.Stage stage;
    private final DemonstrationStore store;
    private final Clock clock;

    ProviderDoorController(DemonstrationSeed.Stage stage, DemonstrationStore store, Clock clock) {
        this.stage = stage;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping(
            path =
                    Providers.DEMONSTRATION
                            + DemonstrationSeed.QUOTIENT
                            + "/v3/dss/quotient_familial/identite",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> quotient(HttpServletRequest request)
            throws InterruptedException {
        var mode = mode(DemonstrationSeed.QUOTIENT);
        var refused = refused(request, DemonstrationSeed.QUOTIENT, mode, PREFIX_QUOTIENT, "CNAV");
        return refused != null
                ? refused
                : answer(request, mode, PREFIX_QUOTIENT, "CNAV", Answers::quotient);
    }

    @GetMapping(
            path =
                    Providers.DEMONSTRATION
                            + DemonstrationSeed.STUDENT
                            + "/v3/mesri/statut_etudiant/identite",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> student(HttpServletRequest request)
            throws InterruptedException {
        var mode = mode(DemonstrationSeed.STUDENT);
        var refused = refused(request, DemonstrationSeed.STUDENT, mode, PREFIX_STUDENT, "MESRI");
        return refused != null
                ? refused
                : answer(request, mode, PREFIX_STUDENT, "MESRI", Answers::student);
    }

    /** What a provider knows about someone; null when that is nothing. */
    private interface Knowledge {
        @Nullable Map<String, Object> of(MadeUpPerson person, LocalDate today);
    }

    /** What is answered instead, or null when the provider plays no trick. */
    @Nullable ResponseEntity<Map<String, Object>> refused(
            HttpServletRequest request, String code, Mode mode, String prefix, String name)
            throws InterruptedException {
        var known = bearer(request);
        if (known.isEmpty()) {
            return Errors.unauthorized();
        }
        if (!known.get().equals(code)) {
            return Errors.forbidden();
        }
        return switch (mode) {
            case PANNE -> Errors.down(prefix, name);
            case QUOTA -> Errors.tooMany();
            case INCONNU -> Errors.notFound(prefix, name);
            case LENT -> {
                Thread.sleep(SLOW);
                yield null;
            }
            case NORMAL, CHAMP_EN_PLUS, MENSONGE -> null;
        };
    }

    private ResponseEntity<Map<String, Object>> answer(
            HttpServletRequest request,
            Mode mode,
            String prefix,
            String name,
            Knowledge knowledge) {
        return switch (Asked.read(request)) {
            case Asked.Outcome.Wrong wrong -> Errors.wrong(wrong);
            case Asked.Outcome.Readable(var asked) -> {
                var found =
                        store.named(MadeUpPerson.familyKey(asked.familyName())).stream()
                                .filter(it -> it.matches(asked))
                                .toList();
                if (found.size() > 1) {
                    yield Errors.several(prefix, name);
                }
                var data = found.isEmpty() ? null : knowledge.of(found.getFirst(), today());
                yield data == null
                        ? Errors.notFound(prefix, name)
                        : ResponseEntity.ok(Answers.envelope(behaved(mode, data)));
            }
        };
    }

    /** The provider that misbehaves says one thing too much, or a word for a number. */
    private static Map<String, Object> behaved(Mode mode, Map<String, Object> data) {
        var said = new HashMap<>(data);
        if (mode == Mode.CHAMP_EN_PLUS) {
            said.put("revenu_fiscal_de_reference", 31_250);
            said.compute("quotient_familial", (_, it) -> with(it, "numero_allocataire", "0000000"));
        }
        if (mode == Mode.MENSONGE) {
            said.compute("quotient_familial", (_, it) -> with(it, "valeur", "beaucoup"));
            said.compute("admissions", (_, it) -> it == null ? null : "beaucoup");
        }
        said.values().removeIf(java.util.Objects::isNull);
        return said;
    }

    private static @Nullable Object with(@Nullable Object object, String member, Object value) {
        if (!(object instanceof Map<?, ?> map)) {
            return object;
        }
        var more = new HashMap<Object, Object>(map);
        more.put(member, value);
        return more;
    }

    private Optional<String> bearer(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return stage.open() && header != null && header.startsWith("Bearer ")
                ? store.providerOf(DemonstrationSeed.hash(header.substring("Bearer ".length())))
                : Optional.empty();
    }

    Mode mode(String code) {
        return store.mode(code).orElse(Mode.NORMAL);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }
}
