package fr.socle.bench.journal;

import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An entry of the size and shape of an exchange of data: one part for the administrations, two
 * about the person, of which the DPO alone may open the second. The names are made up.
 *
 * @param number tells one entry from another
 */
public record ExchangeGranted(PersonRef person, int number) implements Entry {

    private static final Kind KIND =
            new Kind("bench.echange-accorde", Retention.of(Period.ofYears(3)));

    /** An entry about one of these persons. */
    public static ExchangeGranted about(List<PersonRef> persons, SplittableRandom random) {
        return new ExchangeGranted(
                persons.get(random.nextInt(persons.size())), random.nextInt(1_000_000_000));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.readBy(Audience.CONSOMMATEUR, Audience.FOURNISSEUR, Audience.AUDITEUR)
                        .with("habilitation", "HAB-2026-000417")
                        .with("version", 3)
                        .with("finalite", "Tarification de la restauration scolaire"),
                Part.readBy(Audience.PERSONNE, Audience.DPO)
                        .about(person)
                        .with("organisation", "Commune de Démonstration")
                        .with("champs", List.of("quotient_familial", "annee", "mois"))
                        .with("fondement", "CRPA, art. L114-8")
                        .with("dossier", "D-" + number),
                Part.readBy(Audience.DPO)
                        .about(person)
                        .with("agent", "agent-" + number % 500)
                        .with("service", "Restauration scolaire"));
    }
}
