package fr.socle.citoyen.droits;

import fr.socle.citoyen.donnees.Fondement;
import fr.socle.citoyen.donnees.MesDonnees;
import fr.socle.citoyen.donnees.MesDonnees.Offre;
import fr.socle.citoyen.droits.Exercice.Guichet;
import fr.socle.citoyen.droits.Exercice.Nature;
import fr.socle.citoyen.store.UsageStore.Exchange;
import fr.socle.citoyen.usages.Place;
import fr.socle.citoyen.usages.Usage;
import fr.socle.citoyen.usages.Usages;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.spi.DataCatalogue.About;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.Dictionary;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a person may object to or have rectified, and who answers: for an objection the organisation
 * that obtained the data, for a rectification the source, if an operator said which organisation of
 * the directory it is; else the organisation that the person knows, which hands it on (CRPA, art.
 * L. 114-2).
 */
@Component
public class Contestations {

    private final Usages usages;
    private final MesDonnees data;
    private final Desks desks;
    private final Dictionary dictionary;

    /** Who answers. */
    @Component
    record Desks(Repondants repondants, Directory directory, Fondement fondement) {

        Optional<Organisation> source(String dataSet) {
            return repondants.of(dataSet).flatMap(directory::organisation);
        }
    }

    Contestations(Usages usages, MesDonnees data, Desks desks, Dictionary dictionary) {
        this.usages = usages;
        this.data = data;
        this.desks = desks;
        this.dictionary = dictionary;
    }

    /**
     * @param donnees in words
     * @param source the administration that gives them
     * @param place of the line of the journal, or null
     * @param echange the exchange that brought them, or null
     */
    public record Contestable(
            Guichet guichet,
            String donnees,
            String source,
            @Nullable Place place,
            @Nullable UUID echange) {}

    /** What this line says was obtained, if it is the subject's and says so. */
    public Optional<Contestable> line(PersonRef subject, Place place, Nature nature) {
        return usages.find(subject, place)
                .flatMap(
                        usage ->
                                usages.exchange(subject, place)
                                        .flatMap(it -> line(usage, it, nature)));
    }

    private Optional<Contestable> line(Usage usage, Exchange exchange, Nature nature) {
        var consumer = desks.directory().organisation(new OrganisationId(exchange.consumer()));
        var desk =
                nature == Nature.OPPOSITION
                        ? consumer
                        : desks.source(exchange.dataSet()).or(() -> consumer);
        return desk.map(
                it ->
                        new Contestable(
                                guichet(it),
                                String.join(", ", usage.donnees()),
                                usage.fournisseur(),
                                usage.place(),
                                exchange.entry()));
    }

    /**
     * What a provider holds, by the code of its data set; for a rectification.
     *
     * @param aboutPerson whether a person asks, or else a company
     */
    public Optional<Contestable> held(String code, boolean aboutPerson) {
        return data.offre(code)
                .filter(it -> (it.set().about() == About.PERSONNE) == aboutPerson)
                .flatMap(this::held);
    }

    private Optional<Contestable> held(Offre offre) {
        var set = offre.set();
        return desks.source(set.code())
                .or(desks.fondement()::organisation)
                .map(
                        it ->
                                new Contestable(
                                        guichet(it),
                                        dictionary.french().orItself(set.label()),
                                        set.provider(),
                                        null,
                                        null));
    }

    private static Guichet guichet(Organisation it) {
        return new Guichet(it.id(), it.name());
    }
}
