package fr.socle.exchange.api;

import fr.socle.directory.OrganisationId;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.identity.AccessTokens.Presented;
import java.util.Set;
import java.util.stream.Collectors;

/** Who calls, once it is known on the ground of which habilitation. */
sealed interface Caller {

    HabilitationId on();

    /** What makes two calls of the same address and parameters two different ones. */
    String apart();

    /**
     * A program, of the organisation that holds the habilitation or of its software editor.
     *
     * @param name as the entries have it
     * @param holder the organisation that will obtain the data
     */
    record Program(String name, HabilitationId on, OrganisationId holder) implements Caller {

        @Override
        public String apart() {
            return "";
        }
    }

    /** A service at which the person is signed in, by the access token that it got for them. */
    record Federated(Presented.Usager usager, Habilitation ground) implements Caller {

        /** A scope whose data would tell who the person is: the service has that from elsewhere. */
        private static final String IDENTITY = "_identite";

        @Override
        public HabilitationId on() {
            return ground.id();
        }

        @Override
        public String apart() {
            return usager.person().value().toString();
        }

        /** What both the habilitation and the token open; never an identity. */
        Set<String> fields(DataSet set) {
            var granted = ground.fields().getOrDefault(set.code(), Set.of());
            return set.fields().stream()
                    .filter(it -> granted.contains(it.code()))
                    .filter(it -> usager.scopes().contains(it.scope()))
                    .filter(it -> !it.scope().contains(IDENTITY))
                    .map(DataSet.Field::code)
                    .collect(Collectors.toSet());
        }
    }
}
