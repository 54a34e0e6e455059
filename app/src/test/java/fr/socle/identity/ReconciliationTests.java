package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.OurClients;
import fr.socle.identity.person.Reconciliation;
import fr.socle.identity.store.ArrivalStore.Account;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.PersonRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is the same person. Everybody here is made up. */
@NullMarked
@PostgresTest
class ReconciliationTests {

    private static final String ONE = "impots-fictifs";
    private static final String OTHER = "poste-fictive";
    private static final String LILLE = "59350";

    @Autowired Reconciliation reconciliation;
    @Autowired Clients clients;
    @Autowired TransactionTemplate transaction;

    private final String family = "Essai" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    private IdentitePivot born(String given, String commune) {
        return new IdentitePivot(
                given,
                family,
                new BirthDate.Day(LocalDate.of(1987, 3, 21)),
                Gender.FEMALE,
                new BirthPlace.InFrance(new CodeCommune(commune)));
    }

    private Client ours() {
        return clients.find(OurClients.USAGERS).orElseThrow();
    }

    private PersonRef signIn(String provider, String sub, IdentitePivot identity) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ ->
                                reconciliation
                                        .arrived(
                                                new Account(provider, family + sub),
                                                identity,
                                                ours())
                                        .person()));
    }

    @Test
    void theSameCivilStatusAtTwoProvidersIsOnePersonWhateverTheWriting() {
        var person = signIn(ONE, "a", born("Zoé-Anne", LILLE));
        assertThat(signIn(OTHER, "b", born("ZOE ANNE", LILLE))).isEqualTo(person);
        assertThat(reconciliation.personOf(born("zoé anne", LILLE))).contains(person);
    }

    @Test
    void aHomonymBornElsewhereIsAnother() {
        var person = signIn(ONE, "a", born("Camille", LILLE));
        assertThat(signIn(OTHER, "b", born("Camille", "44109"))).isNotEqualTo(person);
        assertThat(reconciliation.personOf(born("Camille", LILLE))).contains(person);
    }

    @Test
    void twoAccountsAtOneProviderStayTwoAndNobodyAnswersForBoth() {
        var person = signIn(ONE, "a", born("Alix", LILLE));
        var twin = signIn(ONE, "b", born("Alix", LILLE));
        assertThat(twin).isNotEqualTo(person);
        assertThat(reconciliation.personOf(born("Alix", LILLE))).isEmpty();
        var third = signIn(OTHER, "c", born("Alix", LILLE));
        assertThat(third).isNotIn(person, twin);
        assertThat(signIn(ONE, "a", born("Alix", LILLE))).isEqualTo(person);
    }

    @Test
    void aCorrectedCivilStatusIsTheSamePerson() {
        var person = signIn(ONE, "a", born("Lise", LILLE));
        assertThat(signIn(ONE, "a", born("Élise", LILLE))).isEqualTo(person);
        assertThat(reconciliation.personOf(born("Lise", LILLE))).isEmpty();
        assertThat(reconciliation.personOf(born("Élise", LILLE))).contains(person);
        assertThat(reconciliation.successors(person)).containsExactly(person);
    }

    @Test
    void manyFirstSignInsAtOnceMakeOnePerson() throws Exception {
        var found = new HashSet<PersonRef>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<PersonRef>>();
            for (int i = 0; i < 8; i++) {
                var provider = i % 2 == 0 ? ONE : OTHER;
                calls.add(
                        threads.submit(() -> signIn(provider, "meme", born("Simultanée", LILLE))));
            }
            for (var call : calls) {
                found.add(call.get());
            }
        }
        assertThat(found).hasSize(1);
    }

    @Test
    void nobodyIsKnownByAStrangersSubject() {
        assertThat(reconciliation.personOf("socle-usagers", "inconnu")).isEmpty();
        assertThat(reconciliation.personOf("inconnu", "inconnu")).isEmpty();
    }
}
