package fr.socle.identity.store;

import fr.socle.identity.federation.FederationSettings;
import fr.socle.identity.federation.Federations;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops a start whose settings lack a federation that providers or services are registered with: a
 * node that knows less than its neighbours would answer otherwise than they do.
 */
@Component
class FederationsInUse implements SmartInitializingSingleton {

    private final JdbcClient db;
    private final Federations federations;

    FederationsInUse(JdbcClient db, Federations federations) {
        this.db = db;
        this.federations = federations;
    }

    @Override
    public void afterSingletonsInstantiated() {
        db
                .sql(
                        "SELECT federation FROM identity.provider UNION SELECT federation FROM identity.client")
                .query(String.class)
                .list()
                .stream()
                .filter(it -> federations.find(it).isEmpty())
                .sorted()
                .findFirst()
                .ifPresent(
                        it -> {
                            throw FederationSettings.missing(it);
                        });
    }
}
