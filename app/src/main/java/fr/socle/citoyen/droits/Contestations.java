package fr.socle.citoyen.droits;

import fr.socle.citoyen.donnees.Fondement;
import fr.socle.citoyen.donnees.MesDonnees;
import fr.socle.citoyen.droits.Exercice.Guichet;
import fr.socle.citoyen.droits.Exercice.Nature;
import fr.socle.citoyen.usages.Place;
import fr.socle.citoyen.usages.Usage;
import fr.socle.citoyen.usages.Usages;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.OrganisationSearch;
import fr.socle.directory.Organisations;
import fr.socle.journal.Audience;
import fr.socle.journal.Journal;
import fr.socle.journal.LoggedEntry.Content;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.Dictionary;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a person may object to or have rectified, and who answers: for an objection the organisation
 * that obtained the data, for a rectification the source, if it answers here; else the organisation
 * that the person knows, which hands it on (CRPA, art. L. 114-2).
 */
@Component
public class Contestations {

    private static final String GRANTED = "exchange.accorde";

    private final Usages usages;
    private final MesDonnees data;
    private final Journal journal;
    private final Desks desks;
    private final Dictionary dictionary;

    /** Who answers. */
    @Component
    record Desks(Organisations organisations, Directory directory, Fondement fondement) {

        /** The source itself, when it is in the directory under the name that providers bear. */
        Optional<Organisation> named(String name) {
            var wanted = new OrganisationSearch(name, null, true, null);
            return name.isBlank()
                    ? Optional.empty()
                    : organisations.search(wanted, 10, 0).lines().stream()
                            .filter(it -> it.name().equals(name))
                            .findFirst();
        }
    }

    Contestations(
            Usages usages, MesDonnees data, Journal journal, Desks desks, Dictionary dictionary) {
        this.usages = usages;
        this.data = data;
        this.journal = journal;
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

    /** What this line says was obtained, if it is the person's and says so. */
    public Optional<Contestable> line(PersonRef person, Place place, Nature nature) {
        return usages.find(person, place)
                .filter(it -> it.kind().equals(GRANTED))
                .flatMap(usage -> entry(place).flatMap(it -> line(usage, it, nature)));
    }

    private Optional<Contestable> line(Usage usage, Content entry, Nature nature) {
        var consumer =
                entry.readBy(Audience.CONSOMMATEUR).get("organisation") instanceof String id
                        ? OrganisationId.of(id).flatMap(desks.directory()::organisation)
                        : Optional.<Organisation>empty();
        var desk =
                nature == Nature.OPPOSITION
                        ? consumer
                        : desks.named(usage.fournisseur()).or(() -> consumer);
        return desk.map(
                it ->
                        new Contestable(
                                guichet(it),
                                String.join(", ", usage.donnees()),
                                usage.fournisseur(),
                                usage.place(),
                                entry.id()));
    }

    /** What a provider holds, by the code of its data set; for a rectification. */
    public Optional<Contestable> held(String code) {
        return data.offre(code)
                .flatMap(
                        offre ->
                                desks.named(offre.set().provider())
                                        .or(desks.fondement()::organisation)
                                        .map(
                                                it ->
                                                        new Contestable(
                                                                guichet(it),
                                                                dictionary
                                                                        .french()
                                                                        .orItself(
                                                                                offre.set()
                                                                                        .label()),
                                                                offre.set().provider(),
                                                                null,
                                                                null)));
    }

    /**
     * Of the open log only: what an older one says of its organisations cannot be read by index.
     */
    private Optional<Content> entry(Place place) {
        return journal.at(place.index())
                .filter(it -> it.log() == place.log())
                .flatMap(it -> it.content());
    }

    private static Guichet guichet(Organisation it) {
        return new Guichet(it.id(), it.name());
    }
}
