package fr.socle.citoyen.protection;

import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person had their file protected, or lifted that. The ground stands here alone, sealed for them:
 * no table says it.
 *
 * @param motif null when it is lifted
 */
record ProtectionAct(PersonRef person, @Nullable Motif motif) implements Entry {

    private static final Retention RETENTION =
            Retention.imposed(Period.ofMonths(36), "CRPA, art. L. 114-8");
    private static final Kind PROTEGE = new Kind("citoyen.dossier-protege", RETENTION);
    private static final Kind LEVE = new Kind("citoyen.protection-levee", RETENTION);

    @Override
    public Kind kind() {
        return motif == null ? LEVE : PROTEGE;
    }

    @Override
    public List<Part> parts() {
        var told = Part.readBy(Audience.PERSONNE).about(person).with("organisation", "Vous-même");
        return List.of(
                motif == null ? told : told.with("motif", motif.told()),
                Part.readBy(Audience.AUDITEUR).with("protege", motif != null));
    }
}
