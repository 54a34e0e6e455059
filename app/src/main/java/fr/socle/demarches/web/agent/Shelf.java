package fr.socle.demarches.web.agent;

import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.depot.Delais;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.messagerie.Messagerie;
import fr.socle.demarches.web.answers.Answers;
import fr.socle.directory.AgentId;
import fr.socle.ui.form.Form;
import org.springframework.stereotype.Component;

/** What is known of a dossier, as agents read it. */
@Component
record Shelf(Revisions revisions, Joined joined, Side.Reader sides, Past past) {

    /** What happened to a dossier, what was written about it, and until when it waits. */
    @Component
    record Past(DossierStore store, Messagerie messagerie, Delais delais) {}

    InstructionPage page(
            Depose dossier, AgentId reader, long version, Form form, boolean overtaken) {
        var asked = revisions.revision(dossier.fiche().revision()).orElseThrow();
        return new InstructionPage(
                dossier,
                version,
                Answers.of(asked.definition(), dossier.reponses(), joined.of(dossier.fiche())),
                past.store().etapes(dossier.id()).reversed(),
                past.delais().attente(dossier),
                sides.of(dossier, reader),
                past.messagerie().opened(dossier, false),
                form,
                overtaken);
    }
}
