package fr.socle.habilitations.demande;

import fr.socle.directory.Actor;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentSearch;
import fr.socle.directory.Agents;
import fr.socle.directory.Change;
import fr.socle.directory.MembershipDraft;
import fr.socle.directory.Memberships;
import fr.socle.directory.Organisation;
import fr.socle.directory.Organisations;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.HabilitationRights;
import fr.socle.habilitations.store.DemandeStore;
import fr.socle.house.HouseSettings;
import fr.socle.ui.UiSettings;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The made-up city's habilitation, granted by the made-up ministry, and the one on whose ground the
 * ministry runs the digital file. Written once, into a house that has none, after the directory's
 * own demonstration.
 */
@Component
class HabilitationsDemonstration {

    /** After the directory (100), before the procedures that use it. */
    private static final int AFTER_DIRECTORY = 200;

    private static final String CITY = "99900001100018";
    private static final String MINISTRY = "99900002900010";

    private final Organisations organisations;
    private final Agents agents;
    private final Memberships memberships;
    private final Demandes demandes;
    private final Stage stage;

    /** Whether the play is given, and in one piece. */
    @Component
    record Stage(
            UiSettings ui,
            HouseSettings house,
            DemandeStore store,
            TransactionTemplate transaction) {

        boolean open() {
            return ui.demonstration() && !house.production();
        }
    }

    HabilitationsDemonstration(
            Organisations organisations,
            Agents agents,
            Memberships memberships,
            Demandes demandes,
            Stage stage) {
        this.organisations = organisations;
        this.agents = agents;
        this.memberships = memberships;
        this.demandes = demandes;
        this.stage = stage;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(AFTER_DIRECTORY)
    void write() {
        if (stage.open()) {
            stage.transaction().executeWithoutResult(_ -> writeOnce());
        }
    }

    private void writeOnce() {
        var city = organisation(CITY);
        var ministry = organisation(MINISTRY);
        if (city.isEmpty() || ministry.isEmpty() || !stage.store().emptyUnderLock()) {
            return;
        }
        var requester = agent(city.get(), "Noé Valcourt");
        var instructor = agent(ministry.get(), "Lucien Ferrandi");
        if (requester.isPresent() && instructor.isPresent()) {
            appoint(instructor.get(), ministry.get());
            grant(requester.get(), city.get(), Actor.of(instructor.get()), content());
            // because an organisation does not examine its own requests
            grant(instructor.get(), ministry.get(), Actor.CONSOLE, ownData());
            grant(instructor.get(), ministry.get(), Actor.CONSOLE, representatives());
        }
    }

    private void appoint(Agent instructor, Organisation ministry) {
        var place = memberships.find(instructor.id(), ministry.id()).orElseThrow();
        var roles = new ArrayList<>(place.roles());
        roles.add(HabilitationRights.INSTRUCTEUR);
        var draft = new MembershipDraft(roles, place.services());
        done(memberships.change(Actor.CONSOLE, place, draft, roles));
    }

    private void grant(Agent requester, Organisation to, Actor instructor, Contenu content) {
        var asked =
                done(demandes.submit(Actor.of(requester), to.id(), HabilitationId.fresh(), content))
                        .dossier();
        done(
                demandes.act(
                        instructor,
                        Cote.INSTRUCTEUR,
                        asked.id(),
                        new Ordre.Accorder(),
                        asked.version()));
    }

    private static Contenu content() {
        return new Contenu(
                "Tarif de la restauration scolaire (démonstration)",
                "Calculer le tarif de la restauration scolaire selon le quotient familial.",
                "Code des relations entre le public et l’administration, article L. 114-8",
                "",
                Map.of(
                        "quotient-familial",
                        Set.of(
                                "quotient_familial.valeur",
                                "quotient_familial.annee",
                                "quotient_familial.mois",
                                "quotient_familial.fournisseur")),
                Set.of(RequesterKind.AGENT, RequesterKind.USAGER_LUI_MEME),
                24,
                12,
                new Contact("Délégué inventé (démonstration)", "dpo@beaumont.example"),
                new Contact("Responsable inventée (démonstration)", "mairie@beaumont.example"),
                new Motivation(
                        "restauration-scolaire",
                        "loi",
                        "L. 114-8",
                        "Service de la restauration scolaire (démonstration)",
                        ""),
                Complements.NONE);
    }

    /** On its ground the digital file shows people what is held about them, and nothing else. */
    private static Contenu ownData() {
        return new Contenu(
                "Mes données (démonstration)",
                "Montrer à la personne, à sa demande, les données qu’une administration tient sur elle.",
                "Règlement général sur la protection des données, article 15",
                "",
                Map.of(
                        "quotient-familial",
                        Set.of(
                                "quotient_familial.valeur",
                                "quotient_familial.annee",
                                "quotient_familial.mois",
                                "quotient_familial.fournisseur"),
                        "unites-legales",
                        Set.of(
                                "siren",
                                "siret_siege_social",
                                "type",
                                "personne_morale_attributs.raison_sociale")),
                Set.of(RequesterKind.USAGER_LUI_MEME),
                24,
                1,
                new Contact("Déléguée inventée (démonstration)", "dpo@ministere.example"),
                new Contact("Responsable inventé (démonstration)", "dossier@ministere.example"),
                new Motivation("", "loi", "15", "La personne elle-même (démonstration)", ""),
                Complements.NONE);
    }

    /** On its ground the digital file asks who represents a company. */
    private static Contenu representatives() {
        return new Contenu(
                "Dossier des entreprises (démonstration)",
                "Vérifier qui représente une entreprise avant de lui ouvrir son dossier.",
                "Code des relations entre le public et l’administration, article L. 114-8",
                "",
                Map.of("mandataires-sociaux", Set.of("mandataires")),
                Set.of(RequesterKind.AUTOMATE),
                24,
                1,
                new Contact("Déléguée inventée (démonstration)", "dpo@ministere.example"),
                new Contact("Responsable inventé (démonstration)", "dossier@ministere.example"),
                new Motivation("", "loi", "L. 114-8", "Le dossier numérique (démonstration)", ""),
                Complements.NONE);
    }

    private Optional<Organisation> organisation(String siret) {
        return organisations.active().stream()
                .filter(it -> it.siret().value().equals(siret) && it.demonstration())
                .findFirst();
    }

    private Optional<Agent> agent(Organisation where, String name) {
        return agents.search(new AgentSearch(name, true, where.id()), 1, 0).lines().stream()
                .findFirst();
    }

    private static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T>(var value) -> value;
            case Change.Refused<T> _, Change.Stale<T> _, Change.Unknown<T> _ ->
                    throw new IllegalStateException("demonstration data refused: " + change);
        };
    }
}
