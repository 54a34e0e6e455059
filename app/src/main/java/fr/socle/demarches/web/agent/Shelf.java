package fr.socle.demarches.web.agent;

import fr.socle.demarches.annotation.Annotations;
import fr.socle.demarches.annotation.Noted;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.depot.Delais;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.expert.Experts;
import fr.socle.demarches.messagerie.Messagerie;
import fr.socle.demarches.web.answers.Answers;
import fr.socle.directory.AgentId;
import fr.socle.ui.form.Form;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is known of a dossier, as agents read it. */
@Component
record Shelf(Revisions revisions, Joined joined, Side.Reader sides, Past past) {

    /** What happened to a dossier, what was written about it, and until when it waits. */
    @Component
    record Past(
            DossierStore store,
            Messagerie messagerie,
            Delais delais,
            Annotations annotations,
            Experts experts) {}

    InstructionPage page(
            Depose dossier, AgentId reader, long version, Form form, boolean overtaken) {
        var asked = revisions.revision(dossier.fiche().revision()).orElseThrow();
        var definition = asked.definition();
        return new InstructionPage(
                dossier,
                version,
                Answers.of(definition, dossier.reponses(), joined.of(dossier.fiche())),
                past.store().etapes(dossier.id()).reversed(),
                past.delais().attente(dossier),
                sides.of(dossier, reader),
                past.messagerie().opened(dossier, false),
                noted(dossier, definition).answers(),
                past.experts().of(List.of(dossier.id())).getOrDefault(dossier.id(), List.of()),
                form,
                overtaken);
    }

    /** What agents noted beside it. */
    NotedView noted(Depose dossier) {
        return noted(dossier, revisions.definition(dossier.fiche().revision()));
    }

    private NotedView noted(Depose dossier, Definition definition) {
        var noted =
                definition.annotations().isEmpty()
                        ? Noted.NOTHING
                        : past.annotations()
                                .of(List.of(dossier.id()))
                                .getOrDefault(dossier.id(), Noted.NOTHING);
        return NotedView.of(definition, dossier.reponses(), noted, joined.noted(dossier.fiche()));
    }
}
