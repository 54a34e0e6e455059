package fr.socle.identity.federation;

import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.List;

/**
 * What people do with their identity. A sign-in is the person's own affair: its part opens to
 * nobody else.
 */
public sealed interface IdentityAct extends Entry {

    /** Long enough to notice a sign-in that one did not make. */
    Retention KEPT = Retention.of(Period.ofYears(1));

    /**
     * An identity was handed to a service, because the person agreed.
     *
     * @param code the identification code that the person saw
     */
    record Connexion(
            PersonRef person,
            Client client,
            String provider,
            List<String> data,
            String level,
            String code)
            implements IdentityAct {

        static final Kind KIND = new Kind("identity.connexion", KEPT);

        public Connexion {
            data = List.copyOf(data);
        }

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(Audience.PERSONNE)
                            .about(person)
                            .with("organisation", client.organisation())
                            .with("service", client.name())
                            .with("client", client.clientId())
                            .with("niveau", level)
                            .with("code", code)
                            .with(
                                    "motif",
                                    "Vous vous êtes identifié sur « " + client.name() + " ».")
                            .with("fournisseur", provider)
                            .with("donnees", data)
                            .with("issue", "accordé"));
        }
    }

    /** A person left. */
    record Deconnexion(PersonRef person, Client client) implements IdentityAct {

        static final Kind KIND = new Kind("identity.deconnexion", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(Audience.PERSONNE)
                            .about(person)
                            .with("organisation", client.organisation())
                            .with("service", client.name())
                            .with("client", client.clientId())
                            .with(
                                    "motif",
                                    "Vous vous êtes déconnecté de « " + client.name() + " »."));
        }
    }

    /** Two accounts were found to be one person's, after a change of civil status. */
    record Reunion(PersonRef person) implements IdentityAct {

        static final Kind KIND = new Kind("identity.reunion", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(Audience.PERSONNE)
                            .about(person)
                            .with("organisation", "Fédération d’identité")
                            .with("service", "Identité")
                            .with(
                                    "motif",
                                    "Vos deux identités n’en font plus qu’une, après un changement d’état civil."));
        }
    }

    /** A data provider asked who stands behind a token that a service brought. */
    record Verification(PersonRef person, Client dataProvider, Client service)
            implements IdentityAct {

        static final Kind KIND = new Kind("identity.verification", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(Audience.PERSONNE)
                            .about(person)
                            .with("organisation", dataProvider.organisation())
                            .with("service", dataProvider.name())
                            .with(
                                    "motif",
                                    "« "
                                            + service.name()
                                            + " » a demandé vos données en votre nom."));
        }
    }

    /**
     * Sessions at a federation ended, in this browser or everywhere.
     *
     * @param services the names of those that were left
     */
    record FermetureSessions(PersonRef person, List<String> services) implements IdentityAct {

        static final Kind KIND = new Kind("identity.fermeture-sessions", KEPT);

        public FermetureSessions {
            services = List.copyOf(services);
        }

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(Audience.PERSONNE)
                            .about(person)
                            .with("service", String.join(", ", services))
                            .with("services", services)
                            .with(
                                    "motif",
                                    "Votre session d’identification a été fermée ; les services quittés ont été prévenus."));
        }
    }

    /** A person took back what they had agreed to. */
    record RetraitConsentement(PersonRef person, Client client) implements IdentityAct {

        static final Kind KIND = new Kind("identity.retrait-consentement", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(Audience.PERSONNE)
                            .about(person)
                            .with("organisation", client.organisation())
                            .with("service", client.name())
                            .with(
                                    "motif",
                                    "Vous avez retiré votre accord à « " + client.name() + " »."));
        }
    }

    /**
     * An agent's provider vouched for him to a service. Who it was stands in the session's entry.
     */
    record ConnexionAgent(Client client, String provider) implements IdentityAct {

        static final Kind KIND = new Kind("identity.connexion-agent", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(Audience.AUDITEUR, Audience.DPO)
                            .with("service", client.name())
                            .with("fournisseur", provider));
        }
    }
}
