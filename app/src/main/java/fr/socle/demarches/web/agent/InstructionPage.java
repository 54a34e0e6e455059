package fr.socle.demarches.web.agent;

import fr.socle.demarches.DossierState;
import fr.socle.demarches.delai.Attente;
import fr.socle.demarches.dossier.Correction;
import fr.socle.demarches.dossier.Decision;
import fr.socle.demarches.dossier.Dossier.Accepte;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.Dossier.EnInstruction;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.dossier.Fiche;
import fr.socle.demarches.expert.AvisExpert;
import fr.socle.demarches.messagerie.DossierMessage;
import fr.socle.demarches.web.answers.Answers;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as the agent in charge reads and handles it.
 *
 * @param attente until when it waits for a decision
 * @param side who has it
 * @param messages what the usager and the service wrote to each other
 * @param annotations what agents noted beside it
 * @param avis what was asked of experts
 * @param form of the act that was refused; blank otherwise
 * @param overtaken whether the dossier moved since the agent opened it
 */
public record InstructionPage(
        Depose dossier,
        long version,
        Answers answers,
        List<Etape> etapes,
        Attente attente,
        Side side,
        List<DossierMessage> messages,
        Answers annotations,
        List<AvisExpert> avis,
        Form form,
        boolean overtaken)
        implements Page {

    public static final int LONGEST = 4000;

    /** Why something is to be corrected, by code. */
    static final Map<String, Correction.Raison> REASONS =
            Arrays.stream(Correction.Raison.values())
                    .collect(Collectors.toMap(Correction.Raison::code, it -> it));

    public List<Correction.Raison> reasons() {
        return List.of(Correction.Raison.values());
    }

    /** The form that asks for a correction, with the most frequent reason ticked at first. */
    public Form asking() {
        return form.typed("acte").equals("correction")
                ? form
                : Form.blank(Map.of("raison", Correction.Raison.INCORRECTE.code()));
    }

    public boolean decided() {
        return dossier instanceof Termine;
    }

    public Fiche fiche() {
        return dossier.fiche();
    }

    public String number() {
        return dossier.depot().number().formatted();
    }

    public DossierState state() {
        return dossier.state();
    }

    /** When the usager corrected it last, or null. */
    public @Nullable Instant correctedAt() {
        return etapes.stream()
                .filter(it -> it.event() == Etape.Event.CORRECTION_DEPOSEE)
                .map(Etape::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    public boolean waiting() {
        return dossier instanceof EnConstruction;
    }

    public boolean examined() {
        return dossier instanceof EnInstruction;
    }

    /** Whether there is anything to note. */
    public boolean annotated() {
        return !annotations.parts().isEmpty();
    }

    /** While silence is going to decide, only a correction stops its time. */
    public boolean abandonable() {
        return examined() && attente instanceof Attente.SansTerme;
    }

    public boolean accepted() {
        return dossier instanceof Accepte;
    }

    public Correction.@Nullable Demandee correction() {
        return dossier instanceof EnConstruction it ? it.correction() : null;
    }

    public @Nullable Decision decision() {
        return dossier instanceof Termine it ? it.decision() : null;
    }

    public String path() {
        return "/agent/dossiers/" + fiche().id();
    }

    @Override
    public int status() {
        if (overtaken) {
            return 409;
        }
        return form.ok() ? 200 : 422;
    }
}
