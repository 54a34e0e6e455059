package fr.socle.demarches.web.usager;

import fr.socle.demarches.DossierState;
import fr.socle.demarches.delai.Attente;
import fr.socle.demarches.dossier.Correction;
import fr.socle.demarches.dossier.Decision;
import fr.socle.demarches.dossier.Dossier.Accepte;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.dossier.Fiche;
import fr.socle.demarches.expert.AvisExpert;
import fr.socle.demarches.jeton.OpinionTokens;
import fr.socle.demarches.messagerie.DossierMessage;
import fr.socle.demarches.web.answers.Answers;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier after its deposit, as its usager reads it.
 *
 * @param etapes what happened, the newest first
 * @param attente until when it waits for a decision
 * @param messages what the usager and the service wrote to each other
 * @param avis of experts, of those that the service shares
 * @param form of a message that was refused; blank otherwise
 * @param told what became of what the usager just did; null when they only look
 * @param opinion how they may say what the service was worth; null before the decision
 */
public record DossierPage(
        Depose dossier,
        Answers answers,
        List<Etape> etapes,
        Attente attente,
        List<DossierMessage> messages,
        List<AvisExpert> avis,
        Form form,
        boolean attestation,
        @Nullable Told told,
        OpinionTokens.@Nullable Offer opinion)
        implements Page {

    /** What an address may say that it tells. */
    public enum Told {
        DEPOSITED("depose"),
        /** They sent answers, and the dossier awaits none. */
        TOO_LATE("trop-tard");

        private final String word;

        Told(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static @Nullable Told of(String word) {
            return Arrays.stream(values())
                    .filter(it -> it.word.equals(word))
                    .findFirst()
                    .orElse(null);
        }
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

    public Correction.@Nullable Demandee correction() {
        return dossier instanceof EnConstruction it ? it.correction() : null;
    }

    public @Nullable Decision decision() {
        return dossier instanceof Termine it ? it.decision() : null;
    }

    public boolean accepted() {
        return dossier instanceof Accepte;
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public String path() {
        return Counter.path(fiche().id());
    }
}
