package fr.socle.avis.observatoire.listing;

import fr.socle.avis.observatoire.listing.ListedDemarche.Facts;
import fr.socle.demarches.DemarcheFigures;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.OrganisationType;
import fr.socle.house.PublicAddress;
import fr.socle.identity.FederatedServices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The procedures of this house, which are listed by themselves. */
@Component
class OwnDemarches {

    /** A tree of administrations is not deeper. */
    private static final int DEEPEST = 10;

    private final DemarcheFigures demarches;
    private final Directory directory;
    private final FederatedServices federation;
    private final PublicAddress house;

    OwnDemarches(
            DemarcheFigures demarches,
            Directory directory,
            FederatedServices federation,
            PublicAddress house) {
        this.demarches = demarches;
        this.directory = directory;
        this.federation = federation;
        this.house = house;
    }

    List<ListedDemarche> all() {
        var names = new HashMap<OrganisationId, Place>();
        Function<OrganisationId, Place> places = it -> names.computeIfAbsent(it, this::place);
        return demarches.all().stream().map(it -> listed(it, places)).toList();
    }

    /** An administration and the ministry above it. */
    private record Place(String administration, String ministere) {}

    private Place place(OrganisationId id) {
        var here = directory.organisation(id);
        return new Place(here.map(Organisation::name).orElse("–"), ministere(here.orElse(null)));
    }

    private String ministere(@Nullable Organisation here) {
        var at = here;
        for (int i = 0; at != null && i < DEEPEST; i++) {
            if (at.type() == OrganisationType.MINISTERE) {
                return at.name();
            }
            var parent = at.parent();
            at = parent == null ? null : directory.organisation(parent).orElse(null);
        }
        return "";
    }

    private ListedDemarche listed(
            DemarcheFigures.Listed it, Function<OrganisationId, Place> places) {
        var place = places.apply(it.organisation());
        var facts =
                new Facts(
                        it.title(),
                        house.of(it.path()),
                        place.administration(),
                        place.ministere(),
                        it.open() ? Online.OUI : Online.NON,
                        List.of(),
                        null,
                        null,
                        OnceOnly.UNKNOWN,
                        signIn(),
                        "");
        return new ListedDemarche(it.id().value(), it.organisation(), true, facts, 0);
    }

    private SignIn signIn() {
        return switch (federation.ofThisHouse()) {
            case STANDARD -> SignIn.STANDARD;
            case STRONG -> SignIn.STRONG;
        };
    }

    /** What this house knows, with what the administration added. */
    static ListedDemarche with(ListedDemarche known, Map<java.util.UUID, ListedDemarche> added) {
        var more = added.get(known.id());
        if (more == null) {
            return known;
        }
        var facts = known.facts();
        var ministere = more.facts().ministere();
        return new ListedDemarche(
                known.id(),
                known.organisation(),
                true,
                new Facts(
                        facts.name(),
                        facts.address(),
                        facts.administration(),
                        ministere.isEmpty() ? facts.ministere() : ministere,
                        facts.online(),
                        more.facts().audiences(),
                        more.facts().volume(),
                        null,
                        OnceOnly.UNKNOWN,
                        facts.signIn(),
                        ""),
                more.version());
    }
}
