package fr.socle.citoyen.suivi;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.CONSOMMATEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.directory.Actor;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.List;

/** What was announced, and who may announce. */
sealed interface SuiviAct extends Entry {

    Retention KEPT = Retention.of(Period.ofYears(3));

    /** An organisation said how far a person's procedure came. */
    record Announced(PersonRef person, Emetteur by, String organisation, Annonce annonce)
            implements SuiviAct {

        private static final Kind KIND = new Kind("citoyen.avancement", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            return List.of(
                    Part.readBy(AUDITEUR, DPO)
                            .with("emetteur", by.id().toString())
                            .with("organisation", by.organisation().toString())
                            .with("etat", annonce.etat().word()),
                    Part.readBy(PERSONNE)
                            .about(person)
                            .with("organisation", organisation)
                            .with("demarche", annonce.demarche())
                            .with("dossier", annonce.reference())
                            .with("motif", annonce.etat().sentence()));
        }
    }

    /** A program may speak from now on, or no more. */
    record Allowed(Actor actor, Emetteur emetteur, boolean allowed) implements SuiviAct {

        private static final Kind CREATED = new Kind("citoyen.emetteur-cree", KEPT);
        private static final Kind REVOKED = new Kind("citoyen.emetteur-revoque", KEPT);

        @Override
        public Kind kind() {
            return allowed ? CREATED : REVOKED;
        }

        @Override
        public List<Part> parts() {
            var id = actor.id();
            return List.of(
                    Part.readBy(AUDITEUR, DPO, CONSOMMATEUR)
                            .with("emetteur", emetteur.id().toString())
                            .with("organisation", emetteur.organisation().toString())
                            .with("nature", actor.nature().code()),
                    Part.readBy(DPO)
                            .with("intitule", emetteur.label())
                            .with("auteur", id == null ? "" : id.toString())
                            .with("nom", actor.name()));
        }
    }
}
