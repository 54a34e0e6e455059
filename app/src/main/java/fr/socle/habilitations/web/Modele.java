package fr.socle.habilitations.web;

import fr.socle.directory.AgentId;
import fr.socle.directory.Directory;
import fr.socle.habilitations.demande.Complements;
import fr.socle.habilitations.demande.Contact;
import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.ContenuForm;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Motivation;
import fr.socle.habilitations.demande.Usages;
import fr.socle.habilitations.demande.Usages.Usage;
import fr.socle.habilitations.store.DemandeStore;
import fr.socle.ui.Dictionary;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A new request as far as it can be written beforehand: what the purpose says, and the contacts of
 * the organisation's last request.
 */
@Component
class Modele {

    private final DemandeStore store;
    private final Directory directory;
    private final Dictionary dictionary;

    Modele(DemandeStore store, Directory directory, Dictionary dictionary) {
        this.store = store;
        this.directory = directory;
        this.dictionary = dictionary;
    }

    /** Empty for a purpose that does not exist. */
    Optional<Form> of(String usage, Visitor.Agent visitor) {
        if (usage.equals(Usages.OTHER)) {
            return Optional.of(ContenuForm.form(blank(visitor)));
        }
        return Usages.find(usage).map(it -> ContenuForm.form(filled(it, visitor)));
    }

    /** In French whatever the page speaks: the person concerned will read it. */
    private Contenu filled(Usage usage, Visitor.Agent visitor) {
        var french = dictionary.french();
        var key = "habilitations.usage." + usage.code();
        var known = blank(visitor);
        return new Contenu(
                french.of(key),
                french.of(key + ".finalite"),
                french.of("habilitations.usage.cadre"),
                usage.cadreUrl(),
                usage.fields(),
                usage.requesters(),
                usage.validityMonths(),
                usage.retentionMonths(),
                known.dpo(),
                known.responsable(),
                new Motivation(
                        usage.code(),
                        Usages.NATURES.getFirst(),
                        usage.article(),
                        french.of(key + ".destinataires"),
                        ""),
                known.complements());
    }

    private Contenu blank(Visitor.Agent visitor) {
        var last = last(visitor);
        var own =
                new Complements(
                        Set.of(),
                        last.map(it -> it.complements().metier())
                                .filter(Contact::given)
                                .orElseGet(() -> myself(visitor)),
                        last.map(it -> it.complements().technique()).orElse(Contact.NONE),
                        "",
                        "",
                        null);
        return new Contenu(
                "",
                "",
                "",
                "",
                Map.of(),
                Set.of(),
                0,
                0,
                last.map(Contenu::dpo).orElse(Contact.NONE),
                last.map(Contenu::responsable).orElse(Contact.NONE),
                Motivation.NONE,
                own);
    }

    private Optional<Contenu> last(Visitor.Agent visitor) {
        List<Demande> own = store.of(new fr.socle.directory.OrganisationId(visitor.organisation()));
        return own.stream().findFirst().map(it -> it.dossier().content());
    }

    private Contact myself(Visitor.Agent visitor) {
        var agent = directory.agent(new AgentId(visitor.agent()));
        return agent.map(
                        it ->
                                it.email() == null
                                        ? Contact.NONE
                                        : new Contact(it.name(), it.email()))
                .orElse(Contact.NONE);
    }
}
