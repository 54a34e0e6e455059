package fr.socle.demarches.web.expert;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.expert.AvisExpert;
import fr.socle.demarches.expert.Experts;
import fr.socle.demarches.web.answers.Answers;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;

/**
 * A dossier as an expert reads it, and the place for his opinion.
 *
 * @param others the other opinions that he may read
 */
public record ExpertDossierPage(
        AvisExpert avis,
        Depose dossier,
        Answers answers,
        List<AvisExpert> others,
        String code,
        Form form)
        implements Page {

    public ExpertDossierPage {
        others = List.copyOf(others);
    }

    public String number() {
        return dossier.depot().number().formatted();
    }

    public int longest() {
        return Experts.LONGEST;
    }

    public String file() {
        return ReceivedAvis.FILE;
    }

    public String accept() {
        return ReceivedAvis.ACCEPTED.inputAccept();
    }

    public String action() {
        return "/avis-expert/dossier?code=" + code;
    }

    public String href(Answers.JoinedPiece piece) {
        return "/avis-expert/pieces/" + piece.id() + "?code=" + code;
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    /** Nothing: the code opens the dossier. */
    @Override
    public String toString() {
        return "ExpertDossierPage[hidden]";
    }
}
