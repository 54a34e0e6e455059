package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.socle.SignsIn;
import fr.socle.directory.Actor;
import fr.socle.directory.Organisation;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Complements;
import fr.socle.habilitations.demande.Contact;
import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.demande.Motivation;
import fr.socle.habilitations.demande.Ordre;
import fr.socle.identity.partner.PartnerRights;
import fr.socle.identity.spi.ClientEligibility;
import fr.socle.identity.spi.ClientEligibility.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A real habilitation opens a connected service to the public, and its end cuts it off. */
@NullMarked
class PartnerHabilitationTests extends PartnerHouse {

    private static final Actor SOMEONE = new Actor(Actor.Nature.CONSOLE, null, "");

    @Autowired Demandes demandes;
    @Autowired ClientEligibility eligibility;

    @Test
    void aServiceIsOpenWhileItsHabilitationHoldsAndCutOffSecondsAfter() throws IOException {
        var city = organisation("Ville du service (essai)");
        var partner = browserOf(city, PartnerRights.PARTENAIRE);
        var it = register(partner, "Suivi (essai)");
        HtmlPage edit = partner.getPage(address(it.path() + "/modifier"));
        form(edit, "client_name")
                .getTextAreaByName("redirect_uris")
                .setText("https://suivi.example/retour");
        SignsIn.press(edit, "Enregistrer");
        assertThat(eligibility.status(it.clientId())).isEqualTo(Status.NONE);
        var id = granted(city, it.clientId());
        assertThat(eligibility.status(it.clientId())).isEqualTo(Status.ACTIVE);
        HtmlPage page = partner.getPage(address(it.path()));
        assertThat(SignsIn.press(page, "Demander l’ouverture").asNormalizedText())
                .contains("Ouvert au public");
        assertThat(recognised(it)).isTrue();

        order(id, new Ordre.Revoquer("essai terminé"));
        assertThat(eligibility.status(it.clientId())).isEqualTo(Status.ENDED);
        await().atMost(Duration.ofSeconds(3)).until(() -> !recognised(it));
    }

    @Test
    void aServiceThatTheNewestVersionLeavesOutIsNoLongerCovered() {
        var city = organisation("Ville changeante (essai)");
        var client = "essai-" + UUID.randomUUID();
        var id = granted(city, client);
        var version = demandes.find(id).orElseThrow().dossier().version();
        var without = new Ordre.Soumettre(content("essai-autre"));
        done(demandes.act(SOMEONE, Cote.DEMANDEUR, id, without, version));
        assertThat(eligibility.status(client)).isEqualTo(Status.ACTIVE);
        order(id, new Ordre.Accorder());
        assertThat(eligibility.status(client)).isEqualTo(Status.ENDED);
    }

    @Test
    void aTermThatPassedEndsTheCover() {
        var client = "essai-" + UUID.randomUUID();
        var id = UUID.randomUUID();
        for (var statement :
                new String[] {
                    """
                    INSERT INTO habilitations.demande (id, organisation, state, content, granted, created_at, changed_at)
                    SELECT :id, gen_random_uuid(), 'accordee', content, 1, now(), now()
                      FROM habilitations.demande LIMIT 1
                    """,
                    """
                    INSERT INTO habilitations.version (id, version, organisation, content, valid_from, valid_until, granted_at)
                    SELECT id, 1, organisation, content, current_date - 40, current_date - 2, now()
                      FROM habilitations.demande WHERE id = :id
                    """
                }) {
            assertThat(db.sql(statement).param("id", id).update()).isEqualTo(1);
        }
        db.sql("INSERT INTO habilitations.covered_service VALUES (:client, :id, 1)")
                .param("client", client)
                .param("id", id)
                .update();
        assertThat(eligibility.status(client)).isEqualTo(Status.ENDED);
    }

    private HabilitationId granted(Organisation to, String client) {
        var made =
                done(demandes.submit(SOMEONE, to.id(), HabilitationId.fresh(), content(client)))
                        .dossier();
        order(made.id(), new Ordre.Accorder());
        return made.id();
    }

    private void order(HabilitationId id, Ordre ordre) {
        var version = demandes.find(id).map(Demande::dossier).orElseThrow().version();
        done(demandes.act(SOMEONE, Cote.INSTRUCTEUR, id, ordre, version));
    }

    private static Contenu content(String client) {
        return new Contenu(
                "Ouverture d’un service d’essai",
                "Essai",
                "Délibération d’essai",
                "",
                Map.of(),
                Set.of(RequesterKind.USAGER_LUI_MEME),
                12,
                12,
                new Contact("Essai", "dpo@essai.example"),
                new Contact("Essai", "responsable@essai.example"),
                Motivation.NONE,
                new Complements(Set.of(client), Contact.NONE, Contact.NONE, "", "", null));
    }

    /** An unknown code is refused only to who is recognised. */
    private boolean recognised(Registered it) {
        var party = new RelyingParty(address("/citoyens/api/v2"), it.clientId(), it.secret());
        return party.token(party.tokenForm("rien")).text("error").equals("invalid_grant");
    }
}
