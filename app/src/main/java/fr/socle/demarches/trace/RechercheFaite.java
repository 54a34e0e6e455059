package fr.socle.demarches.trace;

import fr.socle.demarches.DemarcheId;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.ui.access.Visitor;
import java.util.List;

/**
 * An agent looked for words in the dossiers of a procedure. They may be a person's name: only the
 * data protection officer reads them, and it concerns nobody before a dossier is opened.
 */
public record RechercheFaite(Visitor.Agent agent, DemarcheId demarche, String words)
        implements Entry {

    private static final Kind KIND = new Kind("demarches.recherche", DossierAct.KEPT);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.readBy(Audience.AUDITEUR, Audience.DPO)
                        .with("organisation", agent.organisation().toString())
                        .with("demarche", demarche.toString()),
                Part.readBy(Audience.DPO)
                        .with("agent", agent.agent().toString())
                        .with("nom", agent.name())
                        .with("mots", words));
    }

    /** Nothing: a name does not belong in a log. */
    @Override
    public String toString() {
        return "RechercheFaite[hidden]";
    }
}
