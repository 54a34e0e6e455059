package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.Actor;
import fr.socle.directory.Organisation;
import fr.socle.exchange.access.ConsumerDraft;
import fr.socle.exchange.access.ConsumerDraft.Ground;
import fr.socle.exchange.access.Consumers;
import fr.socle.habilitations.Delegation;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.delegation.HabilitationDelegations;
import fr.socle.journal.Audience;
import fr.socle.kernel.IpNetwork;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Software editors call for those who delegated to them; and tokens that only serve from somewhere.
 */
@NullMarked
class DelegatedCallsTests extends ParticulierTest {

    @Autowired HabilitationDelegations delegations;

    @SuppressWarnings("NullAway.Init") // because JUnit calls anEditor first
    private Organisation editor;

    @SuppressWarnings("NullAway.Init")
    private String token;

    DelegatedCallsTests() throws IOException {}

    @BeforeEach
    void anEditor() {
        editor = organisation("Éditeur de logiciels");
        token = let(new Ground.Delegated(editor), List.of()).token().orElseThrow();
    }

    private Consumers.Issued let(Ground ground, List<IpNetwork> networks) {
        return consumers.issue(
                Actor.CONSOLE, new ConsumerDraft(ground, "Logiciel d’éditeur", networks, null, 12));
    }

    private Delegation delegate(HabilitationId on) {
        var demande = demandes.find(on).orElseThrow();
        return done(delegations.give(Actor.CONSOLE, demande, editor.siret()));
    }

    private HttpResponse<byte[]> ask(String... more) {
        var query = new ArrayList<>(civil());
        query.addAll(List.of(more));
        return call(token, identite(), query);
    }

    @Test
    void withoutADelegationAnEditorGetsNothing() {
        assertThat(ask().statusCode()).isEqualTo(403);
        assertThat(codes(ask())).containsExactly("00100");
        assertThat(asked).hasValue(0);
    }

    @Test
    void aDelegationHoldsFromTheNextCallAndSoDoesItsEnd() {
        var given = delegate(declared);
        var response = ask();
        assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
        assertThat(readBy("exchange.accorde", Audience.AUDITEUR))
                .containsEntry("organisation", city.id().toString());
        assertThat(readBy("exchange.demande", Audience.DPO).get("demandeur-id"))
                .asString()
                .contains(given.id().toString());
        delegations.takeBack(Actor.CONSOLE, demandes.find(declared).orElseThrow(), given.id());
        assertThat(codes(ask())).containsExactly("00100");
    }

    @Test
    void anEditorsRightsAreThoseForTheRecipientThatItNames() {
        assertThat(text(privileges())).isEqualTo("{\"privileges\":[]}");
        var recipient = city.siret().value();
        assertThat(codes(privileges("recipient", recipient))).containsExactly("00100");
        delegate(declared);
        assertThat(text(privileges("recipient", recipient))).contains("cnaf_quotient_familial");
        assertThat(text(privileges())).isEqualTo("{\"privileges\":[]}");
        assertThat(codes(privileges("recipient", "1234"))).containsExactly("00210");
        revoke(declared);
        assertThat(codes(privileges("recipient", recipient))).containsExactly("00100");
    }

    private HttpResponse<byte[]> privileges(String... query) {
        return call(token, "/privileges", List.of(query));
    }

    @Test
    void ofSeveralDelegationsTheCallSaysWhich() {
        delegate(declared);
        var second =
                delegate(
                        habilitation(
                                city,
                                quotient,
                                VALUE,
                                EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER)));
        assertThat(ask().statusCode()).isEqualTo(422);
        assertThat(codes(ask())).containsExactly("00212");
        assertThat(ask("delegation_id", second.id().toString()).statusCode()).isEqualTo(200);
        assertThat(codes(ask("delegation_id", "x"))).containsExactly("00100");
        assertThat(codes(ask("delegation_id", "x", "delegation_id", "y"))).containsExactly("00309");
    }

    @Test
    void anotherHoldersDelegationFoundsNothingHere() {
        var other = organisation("Ville voisine");
        delegate(
                habilitation(
                        other, quotient, VALUE, EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER)));
        assertThat(codes(ask())).containsExactly("00100");
        var query = new ArrayList<>(civil());
        query.set(1, "1234");
        assertThat(codes(call(token, identite(), query))).containsExactly("00210");
    }

    @Test
    void aRevokedHabilitationEndsWhatWasDelegatedOfIt() {
        delegate(declared);
        assertThat(ask().statusCode()).isEqualTo(200);
        revoke(declared);
        assertThat(codes(ask())).containsExactly("00100");
    }

    @Test
    void aTokenServesOnlyFromItsNetworks() {
        var on = new Ground.Held(habilitations.find(declared).orElseThrow());
        var here = List.of(IpNetwork.of("127.0.0.0/8"), IpNetwork.of("::1"));
        var elsewhere = List.of(IpNetwork.of("192.0.2.0/24"), IpNetwork.of("2001:db8::/32"));
        assertThat(particulier(let(on, here).token().orElseThrow()).statusCode()).isEqualTo(200);
        var away = let(on, elsewhere).token().orElseThrow();
        for (var response :
                List.of(
                        particulier(away),
                        particulier(away, "X-Forwarded-For", "192.0.2.7"),
                        call(away, "/privileges", List.of()))) {
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(codes(response)).containsExactly("00107");
        }
    }
}
