package fr.socle.demarches.attestation;

import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.dossier.Dossier.Accepte;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.trace.DossierAct;
import fr.socle.demarches.trace.DossierAct.About;
import fr.socle.demarches.trace.DossierAct.AttestationGiven;
import fr.socle.demarches.trace.DossierAct.AttestationTaken;
import fr.socle.journal.Journal;
import fr.socle.ui.Dictionary;
import fr.socle.ui.access.Visitor;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What an accepted dossier gives: a paper that was made once and is handed out as it was. */
@Service
public class Attestations {

    private final Revisions revisions;
    private final AttestationStore store;
    private final Paper paper;
    private final Journal journal;
    private final Dictionary dictionary;

    Attestations(
            Revisions revisions,
            AttestationStore store,
            Paper paper,
            Journal journal,
            Dictionary dictionary) {
        this.revisions = revisions;
        this.store = store;
        this.paper = paper;
        this.journal = journal;
        this.dictionary = dictionary;
    }

    /** The attestation of this acceptance; empty when the procedure gives none. */
    public Optional<byte[]> draw(Accepte dossier) {
        var asked = revisions.revision(dossier.fiche().revision()).orElseThrow();
        var template = asked.facts().attestation();
        if (template == null) {
            return Optional.empty();
        }
        var guichet = dossier.fiche().guichet();
        var tags = new Tags(dossier, asked, dictionary.french());
        var sheet =
                new Sheet(
                        dictionary.french(),
                        tags.filled(template.title()),
                        Arrays.stream(template.body().split("\\R\\s*\\R"))
                                .map(tags::filled)
                                .toList(),
                        guichet.organisationName(),
                        guichet.serviceName(),
                        guichet.title(),
                        dossier.fiche().usager().name(),
                        dossier.depot().number().formatted(),
                        tags.decided());
        return Optional.of(paper.print(sheet));
    }

    /** To the usager. The entry in the journal is durable before. */
    public Optional<byte[]> give(Depose dossier) {
        return told(dossier, new AttestationGiven(About.of(dossier), true));
    }

    /** To a program of the service in charge. The entry in the journal is durable before. */
    public Optional<byte[]> giveToProgram(Depose dossier) {
        return told(dossier, new AttestationGiven(About.of(dossier), false));
    }

    /** To an agent of the service in charge. The entry in the journal is durable before. */
    public Optional<byte[]> give(Depose dossier, Visitor.Agent agent) {
        return told(dossier, new AttestationTaken(About.of(dossier), agent));
    }

    private Optional<byte[]> told(Depose dossier, DossierAct act) {
        var pdf = store.find(dossier.id());
        if (pdf.isPresent()) {
            journal.appendAlone(act);
        }
        return pdf;
    }
}
