package fr.socle.avis.form;

import fr.socle.avis.JudgedId;
import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.listing.Listings;
import fr.socle.demarches.Demarches;
import fr.socle.demarches.PublishedDemarche;
import fr.socle.directory.OrganisationId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be judged: the published procedures of this house, and the services that are listed. */
@Component
public class Services {

    private final Demarches demarches;
    private final Listings listings;

    Services(Demarches demarches, Listings listings) {
        this.demarches = demarches;
        this.listings = listings;
    }

    public Optional<Judged> find(JudgedId id) {
        return demarches
                .find(id.demarche())
                .map(Services::judged)
                .or(() -> listings.declared(id.value()).map(Services::judged));
    }

    /** Those of one organisation: the procedures of this house first, each by name. */
    public List<Judged> of(OrganisationId organisation) {
        return Stream.concat(
                        demarches.of(organisation).stream().map(Services::judged),
                        listings.declared(organisation).stream().map(Services::judged))
                .toList();
    }

    /** The one of this number, if it is of this organisation. */
    public Optional<Judged> of(OrganisationId organisation, String number) {
        return JudgedId.of(number)
                .flatMap(
                        id ->
                                of(organisation).stream()
                                        .filter(it -> it.id().equals(id))
                                        .findFirst());
    }

    private static Judged judged(PublishedDemarche demarche) {
        return new Judged(JudgedId.of(demarche.id()), demarche.title());
    }

    private static Judged judged(ListedDemarche listed) {
        return new Judged(new JudgedId(listed.id()), listed.facts().name());
    }
}
