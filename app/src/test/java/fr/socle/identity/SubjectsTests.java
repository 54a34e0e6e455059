package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.OurClients;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.federation.SubjectKind;
import fr.socle.identity.person.Reconciliation;
import fr.socle.identity.person.Subjects;
import fr.socle.identity.person.Subjects.Subject;
import fr.socle.identity.person.Succession;
import fr.socle.identity.person.Succession.Outcome;
import fr.socle.identity.store.ArrivalStore.Account;
import fr.socle.identity.store.ConsentStore;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.PersonRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What services know a person by, and what becomes of it. Everybody here is made up. */
@NullMarked
@PostgresTest
class SubjectsTests {

    private static final String PROVIDER = "impots-fictifs";

    @Autowired Subjects subjects;
    @Autowired Succession succession;
    @Autowired Reconciliation reconciliation;
    @Autowired ConsentStore consents;
    @Autowired JdbcClient db;
    @Autowired Clients clients;
    @Autowired TransactionTemplate transaction;

    private final String family = "Essai" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    private PersonRef person(String given) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ ->
                                reconciliation
                                        .arrived(
                                                new Account(PROVIDER, family + given),
                                                pivot(given),
                                                clients.find(OurClients.USAGERS).orElseThrow())
                                        .person()));
    }

    private IdentitePivot pivot(String given) {
        return new IdentitePivot(
                given,
                family,
                new BirthDate.Day(LocalDate.of(1979, 5, 2)),
                Gender.FEMALE,
                new BirthPlace.InFrance(new CodeCommune("59350")));
    }

    private Client service(Federation federation, SubjectKind kind) {
        var client =
                Services.client(
                        federation,
                        Set.of("openid"),
                        Services.POST,
                        Services.rules(Profile.OPENID));
        var rules = client.rules();
        var registered =
                client.with(
                        client.keys(),
                        new Client.Rules(
                                rules.profile(),
                                kind,
                                false,
                                false,
                                false,
                                null,
                                Set.of(),
                                true,
                                false,
                                Set.of(),
                                Set.of(),
                                Set.of()));
        clients.register(registered);
        return registered;
    }

    private Subject subject(Client client, PersonRef person) {
        return subjects.of(client, person, Map.of());
    }

    /** As a sign-in that ends well does. */
    private String given(Client client, PersonRef person) {
        var sub = subject(client, person).sub();
        keep(client, sub, person);
        return sub;
    }

    private void keep(Client client, String sub, PersonRef person) {
        db.sql("INSERT INTO identity.subject (sector, sub, person) VALUES (?, ?, ?)")
                .params(client.sector(), sub, person.value())
                .update();
    }

    @Test
    void theSubjectThatASectorWasGivenWinsOverAnyFormula() {
        var service = service(Federation.CITOYENS, SubjectKind.PAIRWISE);
        var person = person("Ada");
        var formula = subject(service, person).sub();
        keep(service, "venu-d-ailleurs", person);
        assertThat(subject(service, person).sub())
                .isEqualTo("venu-d-ailleurs")
                .isNotEqualTo(formula);
    }

    @Test
    void aServiceThatKnewBothHearsOfTheFormerSubjectAndOthersSeeNoChange() {
        var both = service(Federation.CITOYENS, SubjectKind.PAIRWISE);
        var one = service(Federation.CITOYENS, SubjectKind.PAIRWISE);
        var before = person("Claire");
        var now = person("Clara");
        var formerSub = given(both, before);
        var onlySub = given(one, before);
        var presentSub = given(both, now);

        assertThat(succession.join(both.clientId(), formerSub, presentSub))
                .isEqualTo(Outcome.JOINED);

        assertThat(person("Claire")).as("the account of before").isEqualTo(now);
        assertThat(subject(both, now)).isEqualTo(new Subject(presentSub, Optional.of(formerSub)));
        assertThat(subject(one, now)).isEqualTo(new Subject(onlySub, Optional.empty()));
        assertThat(reconciliation.personOf(both.clientId(), formerSub)).contains(now);
        assertThat(reconciliation.successors(now)).containsExactlyInAnyOrder(now, before);
        assertThat(succession.join(both.clientId(), formerSub, presentSub)).isEqualTo(Outcome.SAME);
    }

    @Test
    void whatWasAgreedToFollowsAndANoThatCameLaterHolds() {
        var both = service(Federation.CITOYENS, SubjectKind.PAIRWISE);
        var one = service(Federation.CITOYENS, SubjectKind.PAIRWISE);
        var refused = service(Federation.CITOYENS, SubjectKind.PAIRWISE);
        var before = person("Zoé");
        var now = person("Zoéline");
        var start = Instant.parse("2026-11-01T08:00:00Z");
        consents.give(before, both.clientId(), Set.of("openid", "email"), start);
        consents.give(now, both.clientId(), Set.of("openid", "phone"), start.plusSeconds(60));
        consents.give(before, one.clientId(), Set.of("openid"), start);
        consents.give(before, refused.clientId(), Set.of("openid"), start);
        consents.give(now, refused.clientId(), Set.of("openid"), start.plusSeconds(1));
        consents.withdraw(now, refused.clientId(), start.plusSeconds(2));

        succession.join(both.clientId(), given(both, before), given(both, now));

        assertThat(consents.of(before)).isEmpty();
        assertThat(consents.scopes(now, both.clientId()))
                .contains(Set.of("openid", "email", "phone"));
        assertThat(consents.scopes(now, one.clientId())).contains(Set.of("openid"));
        assertThat(consents.scopes(now, refused.clientId())).isEmpty();
        assertThat(consents.of(now))
                .filteredOn(it -> it.clientId().equals(both.clientId()))
                .singleElement()
                .satisfies(it -> assertThat(it.since()).isEqualTo(start));
    }

    @Test
    void nobodyIsJoinedToAStranger() {
        var service = service(Federation.CITOYENS, SubjectKind.PAIRWISE);
        var other = service(Federation.CITOYENS, SubjectKind.PAIRWISE);
        var sub = given(service, person("Lise"));
        var elsewhere = given(other, person("Lisa"));
        assertThat(succession.join(service.clientId(), sub, elsewhere)).isEqualTo(Outcome.UNKNOWN);
        assertThat(succession.join("inconnu", sub, elsewhere)).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void anAgentsSubjectIsPairwiseUnlessTheServiceIsRegisteredForAPublicOne() {
        var pairwise = service(Federation.AGENTS, SubjectKind.PAIRWISE);
        var alsoPairwise = service(Federation.AGENTS, SubjectKind.PAIRWISE);
        var shared = service(Federation.AGENTS, SubjectKind.PUBLIC);
        var alsoShared = service(Federation.AGENTS, SubjectKind.PUBLIC);
        assertThat(subjects.ofAgent(pairwise, "comptes-agents", "a"))
                .isNotEqualTo(subjects.ofAgent(alsoPairwise, "comptes-agents", "a"));
        assertThat(subjects.ofAgent(shared, "comptes-agents", "a"))
                .isEqualTo(subjects.ofAgent(alsoShared, "comptes-agents", "a"))
                .isNotEqualTo(subjects.ofAgent(shared, "comptes-agents", "b"))
                .isNotEqualTo(subjects.ofAgent(shared, "autre", "a"));
    }
}
