package fr.socle.demarches.depot;

import fr.socle.demarches.delai.Attente;
import fr.socle.demarches.delai.Automatisme;
import fr.socle.demarches.delai.Automatisme.Acte;
import fr.socle.demarches.delai.AutomatismeStore;
import fr.socle.demarches.delai.Pause;
import fr.socle.demarches.delai.Regime;
import fr.socle.demarches.delai.RegimeStore;
import fr.socle.demarches.delai.Silence;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.Dossier.EnInstruction;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.demarches.dossier.Etape;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps, with each step of a dossier, what will happen to it by itself and when. Once a decision
 * was rendered, silence means nothing any more, even when the decision is taken back.
 */
@Component
public class Delais {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final RegimeStore regimes;
    private final AutomatismeStore automatismes;
    private final CorrectionStore corrections;
    private final Clock clock;

    Delais(
            RegimeStore regimes,
            AutomatismeStore automatismes,
            CorrectionStore corrections,
            Clock clock) {
        this.regimes = regimes;
        this.automatismes = automatismes;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** In the transaction of the step, whose event is written already. */
    void note(Depose after, Etape etape) {
        corrections.note(after, etape.at());
        var regime = regimes.of(after.fiche().demarche());
        if (regime instanceof Regime.Ordinaire) {
            return;
        }
        var next = automatismes.spoken(after.id()) ? null : next(regime, after, etape);
        if (next == null) {
            automatismes.clear(after.id());
        } else {
            automatismes.set(next);
        }
    }

    /** Until when it waits for a decision. */
    public Attente attente(Depose dossier) {
        if (dossier instanceof Termine
                || !(regimes.of(dossier.fiche().demarche()) instanceof Regime.AvecSilence(var it))
                || automatismes.spoken(dossier.id())) {
            return new Attente.SansTerme();
        }
        var day = endsOn(it, dossier, clock.instant());
        return dossier instanceof EnConstruction waiting && waiting.correction() != null
                ? new Attente.Suspendue(it, day)
                : new Attente.Jusque(it, day);
    }

    private @Nullable Automatisme next(Regime regime, Depose after, Etape etape) {
        return switch (regime) {
            case Regime.Ordinaire _ -> null;
            case Regime.Declaratif declared -> declared(declared, after, etape);
            case Regime.AvecSilence(var silence) -> silent(silence, after, etape.at());
        };
    }

    /** An agent who asked for a correction has taken it in hand: nothing is accepted by itself. */
    private static @Nullable Automatisme declared(
            Regime.Declaratif regime, Depose after, Etape etape) {
        return switch (regime) {
            case INSTRUCTION ->
                    etape.event().deposits()
                            ? new Automatisme(after.id(), Acte.INSTRUIRE, etape.at())
                            : null;
            case ACCEPTATION ->
                    etape.event() == Etape.Event.DEPOSE
                            ? new Automatisme(after.id(), Acte.ACCEPTER, etape.at())
                            : null;
        };
    }

    private @Nullable Automatisme silent(Silence silence, Depose after, Instant now) {
        return switch (after) {
            case EnConstruction it when it.correction() != null -> null;
            case EnConstruction it -> new Automatisme(it.id(), Acte.INSTRUIRE, now);
            case EnInstruction it ->
                    new Automatisme(
                            it.id(),
                            Acte.of(silence.sens()),
                            endsOn(silence, it, now).atStartOfDay(PARIS).toInstant());
            case Termine _ -> null;
        };
    }

    private LocalDate endsOn(Silence silence, Depose dossier, Instant now) {
        return silence.endsOn(day(dossier.depot().at()), pauses(dossier), day(now));
    }

    private List<Pause> pauses(Depose dossier) {
        return corrections.of(dossier.id()).stream()
                .map(it -> new Pause(it.reason(), day(it.askedAt()), resolved(it.resolvedAt())))
                .toList();
    }

    private static @Nullable LocalDate resolved(@Nullable Instant at) {
        return at == null ? null : day(at);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, PARIS);
    }
}
