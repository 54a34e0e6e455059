package fr.socle.citoyen.effacement;

import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.List;

/** A person had erased what the law allows: whoever did it in their place would show here. */
record EffacementAct(PersonRef person, int drafts) implements Entry {

    private static final Kind KIND =
            new Kind("citoyen.effacement", Retention.imposed(Period.ofYears(1), "RGPD, art. 5"));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.readBy(Audience.PERSONNE)
                        .about(person)
                        .with("organisation", "Vous-même")
                        .with("motif", "Effacer de votre dossier ce que la loi permet d’effacer")
                        .with("brouillons", drafts),
                Part.readBy(Audience.AUDITEUR).with("efface", true));
    }
}
