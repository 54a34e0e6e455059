package fr.socle.exchange.desk;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.directory.Actor;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an operator did with a data provider. The agent's name is the DPO's to open. */
public sealed interface FournisseurAct extends Entry {

    /** As the directory keeps its acts: the time in which most actions about one are possible. */
    Retention KEPT = Retention.of(Period.ofYears(3));

    private static Part by(Actor actor, String code) {
        var part =
                Part.readBy(AUDITEUR, DPO)
                        .with("fournisseur", code)
                        .with("nature", actor.nature().code());
        var id = actor.id();
        return id == null ? part : part.with("auteur", id.toString());
    }

    private static Part named(Actor actor) {
        return Part.readBy(DPO).with("nom", actor.name());
    }

    /** What was done to its row. */
    enum Deed {
        INSCRIT(new Kind("exchange.fournisseur-inscrit", KEPT)),
        MODIFIE(new Kind("exchange.fournisseur-modifie", KEPT)),
        ACCES_REGLE(new Kind("exchange.fournisseur-acces-regle", KEPT)),
        SECRET_CHANGE(new Kind("exchange.fournisseur-secret-change", KEPT)),
        CERTIFICAT_DEPOSE(new Kind("exchange.fournisseur-certificat-depose", KEPT)),
        CERTIFICAT_RETIRE(new Kind("exchange.fournisseur-certificat-retire", KEPT)),
        AUTORITE_DEPOSEE(new Kind("exchange.fournisseur-autorite-deposee", KEPT)),
        AUTORITE_RETIREE(new Kind("exchange.fournisseur-autorite-retiree", KEPT)),
        COUPE(new Kind("exchange.fournisseur-coupe", KEPT)),
        RETABLI(new Kind("exchange.fournisseur-retabli", KEPT));

        private final Kind kind;

        Deed(Kind kind) {
            this.kind = kind;
        }
    }

    /**
     * @param details which members, or what of them; never a secret
     */
    record Fait(Actor actor, Deed deed, String code, List<String> details)
            implements FournisseurAct {

        public Fait {
            details = List.copyOf(details);
        }

        @Override
        public Kind kind() {
            return deed.kind;
        }

        @Override
        public List<Part> parts() {
            return List.of(by(actor, code).with("details", details), named(actor));
        }
    }

    /**
     * A provider is about to be tried. No value of its answer is shown or kept.
     *
     * @param person whom it is asked about, when exactly one person here has that civil status
     * @param configured whether it is the description's test case, or was typed for this once
     */
    record Essaye(
            Actor actor,
            String code,
            String name,
            String reason,
            boolean configured,
            Optional<PersonRef> person)
            implements FournisseurAct {

        private static final Kind KIND = new Kind("exchange.fournisseur-essaye", KEPT);

        @Override
        public Kind kind() {
            return KIND;
        }

        @Override
        public List<Part> parts() {
            var parts = new ArrayList<Part>();
            parts.add(by(actor, code).with("cas-configure", configured));
            parts.add(named(actor).with("motif", reason));
            person.map(this::told).ifPresent(parts::add);
            return parts;
        }

        private Part told(PersonRef someone) {
            return Part.readBy(PERSONNE)
                    .about(someone)
                    .with("organisation", "Opérateur des échanges de données")
                    .with("fournisseur", name)
                    .with(
                            "motif",
                            "L’opérateur a essayé ce fournisseur avec votre état civil. Aucune"
                                    + " donnée ne lui a été montrée. Raison donnée : "
                                    + reason);
        }
    }
}
