package fr.socle.identity.usager;

import fr.socle.directory.Actor;
import fr.socle.identity.federation.Client;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person decides about their own identity, and what becomes of a fraud they report. */
public sealed interface UsagerAct extends Entry {

    /** As long as a sign-in. */
    Retention KEPT = Retention.of(Period.ofYears(1));

    /** The delay in which most actions about a fraud remain possible. */
    Retention FRAUD = Retention.of(Period.ofYears(3));

    private static Part own(PersonRef person, String motif) {
        return Part.readBy(Audience.PERSONNE)
                .about(person)
                .with("organisation", "Vous-même")
                .with("motif", motif);
    }

    /** Somebody tried what the person forbade. */
    record ConnexionRefusee(PersonRef person, Client client, String provider) implements UsagerAct {

        @Override
        public Kind kind() {
            return new Kind("identity.connexion-refusee", KEPT);
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
                                    "S’identifier sur « "
                                            + client.name()
                                            + " », que vous avez bloqué ou dont vous avez bloqué le compte.")
                            .with("fournisseur", provider)
                            .with("issue", "refusé"));
        }
    }

    /**
     * @param changes what changed, in words
     */
    record ReglagesChanges(PersonRef person, List<String> changes) implements UsagerAct {

        public ReglagesChanges {
            changes = List.copyOf(changes);
        }

        @Override
        public Kind kind() {
            return new Kind("identity.reglages-changes", KEPT);
        }

        @Override
        public List<Part> parts() {
            return List.of(own(person, String.join(" ", changes)));
        }
    }

    /**
     * @param words browser and system
     */
    record AppareilOublie(PersonRef person, String words) implements UsagerAct {

        @Override
        public Kind kind() {
            return new Kind("identity.appareil-oublie", KEPT);
        }

        @Override
        public List<Part> parts() {
            return List.of(own(person, "Oublier l’appareil « " + words + " »."));
        }
    }

    /** All sessions at once. */
    record SessionsFermees(PersonRef person, int sessions) implements UsagerAct {

        static final String KIND = "identity.sessions-fermees";

        @Override
        public Kind kind() {
            return new Kind(KIND, KEPT);
        }

        @Override
        public List<Part> parts() {
            return List.of(own(person, "Fermer toutes vos sessions.").with("sessions", sessions));
        }
    }

    /**
     * @param format as people call it
     */
    record DonneesEmportees(PersonRef person, String format) implements UsagerAct {

        @Override
        public Kind kind() {
            return new Kind("identity.donnees-emportees", KEPT);
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    own(
                            person,
                            "Emporter tout ce que la fédération d’identité sait de vous ("
                                    + format
                                    + ")."));
        }
    }

    /**
     * @param person null when they were not signed in
     */
    record SignalementRecu(@Nullable PersonRef person, String number, String nature)
            implements UsagerAct {

        @Override
        public Kind kind() {
            return new Kind("identity.signalement-recu", FRAUD);
        }

        @Override
        public List<Part> parts() {
            var parts = new ArrayList<Part>();
            parts.add(Part.readBy(Audience.AUDITEUR).with("numero", number).with("nature", nature));
            if (person != null) {
                parts.add(own(person, "Signaler une fraude (n° " + number + ")."));
            }
            return parts;
        }
    }

    /**
     * An agent opened the report, took it on, or closed it.
     *
     * @param person null when they were not signed in
     * @param what {@code consulte}, {@code pris-en-charge} or {@code clos}
     */
    record SignalementTraite(
            @Nullable PersonRef person,
            Actor actor,
            String organisation,
            String number,
            String what)
            implements UsagerAct {

        @Override
        public Kind kind() {
            return new Kind("identity.signalement-" + what, FRAUD);
        }

        @Override
        public List<Part> parts() {
            var parts = new ArrayList<Part>();
            var seen =
                    Part.readBy(Audience.AUDITEUR, Audience.DPO)
                            .with("numero", number)
                            .with("acteur-nature", actor.nature().code());
            var id = actor.id();
            parts.add(id == null ? seen : seen.with("acteur", id.toString()));
            parts.add(Part.readBy(Audience.DPO).with("acteur-nom", actor.name()));
            if (person != null) {
                parts.add(
                        Part.readBy(Audience.PERSONNE)
                                .about(person)
                                .with("organisation", organisation)
                                .with("motif", "Traiter votre signalement n° " + number + "."));
            }
            return parts;
        }
    }

    /** Accounts that nobody used for three years. */
    record ComptesEffaces(int accounts) implements UsagerAct {

        @Override
        public Kind kind() {
            return new Kind("identity.comptes-effaces", FRAUD);
        }

        @Override
        public List<Part> parts() {
            return List.of(Part.readBy(Audience.AUDITEUR, Audience.DPO).with("comptes", accounts));
        }
    }
}
