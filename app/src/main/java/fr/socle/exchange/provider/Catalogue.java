package fr.socle.exchange.provider;

import fr.socle.habilitations.spi.DataCatalogue;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The data sets that can be requested: those that a provider gives here. */
@Component
class Catalogue implements DataCatalogue {

    private final Providers providers;

    Catalogue(Providers providers) {
        this.providers = providers;
    }

    @Override
    public List<DataSet> all() {
        return providers.each().stream()
                .map(this::offered)
                .sorted(Comparator.comparing(DataSet::label))
                .toList();
    }

    private DataSet offered(Provider provider) {
        var set = provider.set();
        var fields =
                set.fields().stream()
                        .map(it -> new DataField(it.code(), providers.named(it), it.kind()))
                        .toList();
        return new DataSet(set.code(), providers.title(set), provider.name(), about(set), fields);
    }

    private static About about(fr.socle.exchange.dataset.DataSet set) {
        return switch (set.address().by()) {
            case PIVOT, IDENTIFIANT -> About.PERSONNE;
            case SIREN -> About.ENTREPRISE;
            case SIRET -> About.ETABLISSEMENT;
        };
    }
}
