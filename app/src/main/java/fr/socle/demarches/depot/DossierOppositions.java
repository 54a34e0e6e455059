package fr.socle.demarches.depot;

import fr.socle.demarches.Oppositions;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.dossier.Correction;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Dossier.Brouillon;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.Dossier.EnInstruction;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.demarches.dossier.Provenance;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.kernel.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes out of dossiers what a person objects to. */
@Component
class DossierOppositions implements Oppositions {

    private final DossierStore store;
    private final Classement classement;
    private final Brouillons.House house;

    DossierOppositions(DossierStore store, Classement classement, Brouillons.House house) {
        this.store = store;
        this.classement = classement;
        this.house = house;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int opposer(PersonRef person, String reference) {
        var now = house.now();
        var deleted = 0;
        for (var stored : store.lockFedBy(person, reference)) {
            var after = without(stored.dossier(), reference, now);
            if (after != null && written(after, stored.version(), now)) {
                deleted += brought(stored.dossier().reponses(), reference).size();
            }
        }
        return deleted;
    }

    /** What lists and searches knew of it goes too. */
    private boolean written(Dossier after, long version, Instant now) {
        return switch (after) {
            case Brouillon draft -> store.update(draft, version, now);
            case Dossier.Depose deposited -> {
                var written = store.updateListed(deposited, version, now);
                if (written) {
                    classement.list(deposited, now);
                }
                yield written;
            }
        };
    }

    private static @Nullable Dossier without(Dossier dossier, String reference, Instant now) {
        return switch (dossier) {
            case Brouillon it -> it.remplir(without(it.reponses(), reference, now));
            case EnConstruction it ->
                    new EnConstruction(
                            it.fiche(),
                            without(it.reponses(), reference, now),
                            it.depot(),
                            without(it.correction(), reference, now));
            case EnInstruction it ->
                    new EnInstruction(
                            it.fiche(),
                            without(it.reponses(), reference, now),
                            it.depot(),
                            it.since());
            case Termine _ -> null;
        };
    }

    private static Correction.@Nullable Demandee without(
            Correction.@Nullable Demandee asked, String reference, Instant now) {
        return asked == null
                ? null
                : new Correction.Demandee(
                        asked.raison(),
                        asked.message(),
                        asked.askedAt(),
                        without(asked.reprise(), reference, now));
    }

    private static Reponses without(Reponses before, String reference, Instant now) {
        var after = before;
        for (var champ : brought(before, reference)) {
            after = after.notObtained(champ, new Provenance.Decline(now));
        }
        return after;
    }

    private static List<ChampId> brought(Reponses reponses, String reference) {
        return reponses.provenances().entrySet().stream()
                .filter(
                        it ->
                                it.getValue() instanceof Provenance.Exchange(var from, _, _)
                                        && from.equals(reference))
                .map(Map.Entry::getKey)
                .toList();
    }
}
