package fr.socle.identity.broker;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.store.ProviderStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The owner of an e-mail domain says in the DNS who may speak for it. */
@NullMarked
@PostgresTest
class DomainProofsTests {

    private static final String DOMAIN = "mairie-fictive.example";

    @Autowired Broker broker;
    @Autowired ProviderStore providers;
    @Autowired JdbcClient db;

    private final String uid = "dns-" + UUID.randomUUID().toString().substring(0, 8);
    private final String record = "socle-identity-provider-" + uid;
    private final Map<String, Optional<List<String>>> dns = new HashMap<>();

    @BeforeEach
    void add() {
        var agents =
                new Provider.Agents(
                        List.of(DOMAIN, "pas un domaine/"), List.of(), null, null, false, true);
        broker.add(
                new Provider(
                        uid,
                        Federation.AGENTS,
                        "https://fournisseur.example",
                        "socle",
                        new Provider.Face("Essai " + uid, "essai", false),
                        new Provider.Rules(List.of(Acr.EIDAS1), true),
                        Provider.Protocol.PLAIN,
                        agents),
                "secret",
                9);
    }

    private List<String> afterLook() {
        var proofs =
                new DomainProofs(
                        providers,
                        it -> {
                            assertThat(it).isEqualTo(DOMAIN);
                            return dns.getOrDefault(it, Optional.empty());
                        },
                        new Federations(List.of()));
        proofs.check(provider());
        return provider().domains();
    }

    private Provider provider() {
        return providers.find(uid, true).orElseThrow();
    }

    @Test
    void aDomainThatNamesTheProviderIsItsOwn() {
        assertThat(provider().domains()).isEmpty();
        dns.put(DOMAIN, Optional.of(List.of("v=spf1 -all", record)));
        assertThat(afterLook()).containsExactly(DOMAIN);
        dns.put(DOMAIN, Optional.of(List.of()));
        assertThat(afterLook()).isEmpty();
    }

    @Test
    void nothingElseIsAProof() {
        dns.put(
                DOMAIN,
                Optional.of(
                        List.of(
                                record + "x",
                                "x" + record,
                                record.toUpperCase(java.util.Locale.ROOT))));
        assertThat(afterLook()).isEmpty();
    }

    @Test
    void aSilentNameServerChangesNothingForAWeek() {
        dns.put(DOMAIN, Optional.of(List.of(record)));
        afterLook();
        dns.put(DOMAIN, Optional.empty());
        assertThat(afterLook()).containsExactly(DOMAIN);
        db.sql("UPDATE identity.domain_proof SET proved_at = now() - interval '8 days'").update();
        assertThat(afterLook()).isEmpty();
    }
}
