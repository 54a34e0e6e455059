package fr.socle.citoyen;

import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** Entries as the blocks below write them, made for tests. */
record Line(Kind kind, List<Part> parts) implements Entry {

    private static final Retention STATUTORY =
            Retention.imposed(Period.ofYears(5), "CRPA, art. L114-8");

    /** An administration obtained a quotient familial; the agent's name is the officer's alone. */
    static Line exchange(PersonRef person, String organisation, String motif) {
        return new Line(
                new Kind("exchange.accorde", STATUTORY),
                List.of(
                        told(person, organisation, motif)
                                .with("fournisseur", "Caisse d’essai")
                                .with("donnees", List.of("Quotient familial", "Adresse"))
                                .with("fondement", "CRPA, art. L. 114-8")
                                .with("issue", "accordé"),
                        Part.readBy(Audience.DPO).about(person).with("agent", "Agent Secret"),
                        Part.readBy(Audience.AUDITEUR).with("acte", "essai")));
    }

    /** An exchange for a dossier of the person's. */
    static Line onCase(PersonRef person, String reference) {
        return new Line(
                new Kind("exchange.accorde", STATUTORY),
                List.of(told(person, "Ville d’Essai", "tarif").with("reference", reference)));
    }

    static Line refused(PersonRef person, String organisation) {
        return new Line(
                new Kind("demarches.consultation-refusee", Retention.of(Period.ofYears(3))),
                List.of(
                        told(person, organisation, "L’agent n’était pas chargé de ce dossier")
                                .with("issue", "refusé")));
    }

    /** As the gateway writes what a text defers: a notice now, the rest from that day on. */
    static Line sealed(PersonRef person, String organisation, LocalDate opens) {
        return new Line(
                new Kind("exchange.scelle", STATUTORY),
                List.of(
                        Part.readBy(Audience.PERSONNE)
                                .about(person)
                                .with("motif", "Cette ligne s’ouvrira d’elle-même")
                                .with("fondement", "Article d’essai")
                                .with("ouverture", opens.toString()),
                        Part.readBy(Audience.PERSONNE)
                                .about(person)
                                .with("organisation", organisation)
                                .with("demarche", "Enquête d’essai")
                                .with("fournisseur", "Caisse d’essai")
                                .with("donnees", List.of("Salaire d’essai"))
                                .with("issue", "accordé")
                                .openingOn(opens),
                        Part.readBy(Audience.AUDITEUR).with("ouverture", opens.toString())));
    }

    /** An exchange as it says to whom the data went. */
    static Line obtained(PersonRef person, String consumer, String dataSet) {
        return new Line(
                new Kind("exchange.accorde", STATUTORY),
                List.of(
                        told(person, "Ville d’Essai", "obtenir"),
                        Part.readBy(Audience.CONSOMMATEUR)
                                .with("organisation", consumer)
                                .with("jeu-de-donnees", dataSet)));
    }

    static Line signIn(PersonRef person) {
        return new Line(
                new Kind("identity.connexion", Retention.of(Period.ofYears(3))),
                List.of(told(person, "Impots.essai", "Vous identifier")));
    }

    /** Two persons in one entry: each sees their own part. */
    static Line both(PersonRef subject, PersonRef concerned, String organisation) {
        return new Line(
                new Kind("exchange.accorde", STATUTORY),
                List.of(
                        told(subject, organisation, "sujet").with("demarche", "Cantine"),
                        told(concerned, organisation, "concerné")));
    }

    private static Part told(PersonRef person, String organisation, String motif) {
        return Part.readBy(Audience.PERSONNE)
                .about(person)
                .with("organisation", organisation)
                .with("motif", motif);
    }
}
