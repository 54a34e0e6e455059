package fr.socle.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class InvitationTests extends DirectoryTest {

    private static final String ISSUER = "https://fournisseur.example";

    private static final Change<Invitation> WAITING =
            Change.refused("email", "directory.invitation.waiting");

    @Test
    void acceptingBindsTheIdentityAndGivesThePlace() {
        var where = organisation("Commune invitante");
        var secret = secretOf(invitation(where, Role.GESTIONNAIRE));
        var sub = UUID.randomUUID().toString();
        var bound = (Acceptance.Bound) directory.accept(secret, ISSUER, sub, "Nom Donné");
        assertThat(directory.agentOf(ISSUER, sub)).contains(bound.agent());
        assertThat(bound.agent().name()).isEqualTo("Nom Donné");
        assertThat(memberships.usable(bound.agent().id()))
                .singleElement()
                .satisfies(it -> assertThat(it.roles()).containsExactly(Role.GESTIONNAIRE));
    }

    @Test
    void aSecretServesOnce() {
        var secret = secretOf(invitation(organisation("Commune rejouée")));
        directory.accept(secret, ISSUER, UUID.randomUUID().toString(), "");
        assertThat(directory.accept(secret, ISSUER, UUID.randomUUID().toString(), ""))
                .isEqualTo(new Acceptance.AlreadyUsed());
    }

    @Test
    void ofManyAcceptancesAtOnceOneWins() throws Exception {
        var where = organisation("Commune disputée");
        var secret = secretOf(invitation(where));
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<Future<Acceptance>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                outcomes.add(
                        pool.submit(
                                () -> {
                                    start.await();
                                    var sub = UUID.randomUUID().toString();
                                    return directory.accept(secret, ISSUER, sub, "");
                                }));
            }
            start.countDown();
        }
        var bound = 0;
        for (var outcome : outcomes) {
            if (outcome.get() instanceof Acceptance.Bound) {
                bound++;
            }
        }
        assertThat(bound).isEqualTo(1);
        assertThat(agents.search(new AgentSearch("", null, where.id()), 10, 0).total())
                .isEqualTo(1);
    }

    @Test
    void anExpiredWithdrawnReplacedOrUnknownOneOpensNothing() {
        var where = organisation("Commune tardive");
        var expired = invitation(where);
        expire(expired);
        assertThat(accept(secretOf(expired))).isEqualTo(new Acceptance.Expired());

        var withdrawn = invitation(where);
        var secret = secretOf(withdrawn);
        done(invitations.withdraw(SOMEONE, withdrawn.id(), 1));
        assertThat(accept(secret)).isEqualTo(new Acceptance.Withdrawn());

        var resent = invitation(where);
        var old = secretOf(resent);
        done(invitations.resend(SOMEONE, resent.id(), 1));
        assertThat(accept(old)).isEqualTo(new Acceptance.Unknown());
        assertThat(accept("")).isEqualTo(new Acceptance.Unknown());
    }

    @Test
    void anInvitationGivesNoDeactivatedPlaceBack() {
        var where = organisation("Commune qui suspend");
        var sub = UUID.randomUUID().toString();
        var agent =
                ((Acceptance.Bound) directory.accept(secretOf(invitation(where)), ISSUER, sub, ""))
                        .agent();
        var open = secretOf(invitation(where));
        var place = memberships.usable(agent.id()).getFirst();
        done(memberships.activate(SOMEONE, place, false, place.roles()));
        assertThat(directory.accept(open, ISSUER, sub, ""))
                .isEqualTo(new Acceptance.PlaceDeactivated());
        assertThat(memberships.usable(agent.id())).isEmpty();
    }

    @Test
    void aKnownIdentityStaysOneAgentAndADeactivatedOneStaysOut() {
        var first = organisation("Commune première");
        var second = organisation("Commune seconde");
        var sub = UUID.randomUUID().toString();
        var agent =
                ((Acceptance.Bound) directory.accept(secretOf(invitation(first)), ISSUER, sub, ""))
                        .agent();
        directory.accept(secretOf(invitation(second)), ISSUER, sub, "");
        assertThat(memberships.usable(agent.id())).hasSize(2);
        done(agents.activate(SOMEONE, agent.id(), false, 1));
        assertThat(directory.accept(secretOf(invitation(second)), ISSUER, sub, ""))
                .isEqualTo(new Acceptance.Deactivated());
    }

    @Test
    void anAddressHasOneOpenInvitationToAnOrganisation() {
        var where = organisation("Commune pressée");
        var first = invitation(where);
        assertThat(inviteTo(where, "INVENTEE@example.fr")).isEqualTo(WAITING);
        assertThat(inviteTo(where, "autre@example.fr")).isInstanceOf(Change.Done.class);
        assertThat(inviteTo(organisation("Commune voisine"), "inventee@example.fr"))
                .isInstanceOf(Change.Done.class);
        expire(first);
        assertThat(inviteTo(where, "inventee@example.fr")).isInstanceOf(Change.Done.class);
        assertThat(invitations.resend(SOMEONE, first.id(), 1)).isEqualTo(WAITING);
        assertThat(invitations.find(first.id()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void ofTwoInvitationsAtOnceOneIsMade() throws Exception {
        var where = organisation("Commune double");
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<Future<Change<Invitation>>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                outcomes.add(
                        pool.submit(
                                () -> {
                                    start.await();
                                    return inviteTo(where, "double@example.fr");
                                }));
            }
            start.countDown();
        }
        var made = 0;
        for (var outcome : outcomes) {
            made += outcome.get() instanceof Change.Done ? 1 : 0;
        }
        assertThat(made).isEqualTo(1);
        assertThat(invitations.of(where.id(), 10, 0).total()).isEqualTo(1);
    }

    private Change<Invitation> inviteTo(Organisation where, String email) {
        var draft =
                new InvitationDraft(
                        "Personne Inventée", InvitationDraft.email(email), List.of(), List.of());
        return invitations.invite(SOMEONE, where.id(), draft);
    }

    private void expire(Invitation invitation) {
        db.sql("UPDATE directory.invitation SET expires_at = now() - interval '1 s' WHERE id = :id")
                .param("id", invitation.id().value())
                .update();
    }

    @Test
    void onlyTheHashOfTheSecretIsKept() {
        var invitation = invitation(organisation("Commune discrète"));
        var row =
                db.sql("SELECT row_to_json(i)::text FROM directory.invitation i WHERE id = :id")
                        .param("id", invitation.id().value())
                        .query(String.class)
                        .single();
        assertThat(row).contains("secret_hash").doesNotContain("\"secret\"");
    }

    private Acceptance accept(String secret) {
        return directory.accept(secret, ISSUER, UUID.randomUUID().toString(), "");
    }
}
