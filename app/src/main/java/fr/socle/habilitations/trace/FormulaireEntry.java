package fr.socle.habilitations.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.FOURNISSEUR;

import fr.socle.directory.Actor;
import fr.socle.habilitations.formulaire.Bloc;
import fr.socle.habilitations.formulaire.Formulaire;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;

/** Somebody changed what a kind of data asks. */
public record FormulaireEntry(Actor actor, Formulaire formulaire) implements Entry {

    public static final Kind KIND =
            new Kind("habilitations.formulaire", Retention.of(Period.ofYears(10)));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var facts =
                Part.readBy(AUDITEUR, DPO, FOURNISSEUR)
                        .with("donnees", formulaire.dataSet())
                        .with(
                                "blocs",
                                formulaire.blocs().stream().map(Bloc::code).sorted().toList())
                        .with("conservation", formulaire.longestRetention())
                        .with("ouvert", formulaire.open());
        return List.of(facts, Who.part(actor));
    }
}
