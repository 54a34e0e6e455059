package fr.socle.identity.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.house.command.UsageError;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.federation.Prompt;
import fr.socle.identity.federation.SubjectKind;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.JwtEncryption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientFileTests {

    private static List<Client> read(String json) {
        return ClientFile.read(json, new Federations(List.of()));
    }

    private static final String GOOD =
            """
            {"client_id": "cantine", "federation": "citoyens", "name": "Cantine (essai)",
             "organisation": "Ville d’essai", "redirect_uris": ["https://cantine.example/retour"],
             "scope": "openid email"}
            """;

    @Test
    void oneObjectOrAnArrayIsRead() {
        var one = read(GOOD);
        assertThat(one).hasSize(1);
        assertThat(one.getFirst().federation()).isEqualTo(Federation.CITOYENS);
        assertThat(one.getFirst().sector()).isEqualTo("cantine");
        assertThat(one.getFirst().needsPkce()).isTrue();
        assertThat(one.getFirst().scopes()).containsExactlyInAnyOrder("openid", "email");
        assertThat(read("[" + GOOD + "," + GOOD.replace("\"cantine\"", "\"autre\"") + "]"))
                .hasSize(2);
    }

    @Test
    void aServiceOfTheOperatorsOwnFederationIsRead() {
        var own = Federation.CITOYENS_PLUS;
        var entreprises =
                new Federation(
                        "entreprises",
                        new Federation.Name("Entreprises", "Companies"),
                        own.contract(),
                        own.offered(),
                        own.usual(),
                        own.algorithms(),
                        own.session(),
                        null);
        var json = GOOD.replace("\"citoyens\"", "\"entreprises\"");
        var read = ClientFile.read(json, new Federations(List.of(entreprises)));
        assertThat(read.getFirst().federation()).isEqualTo(entreprises);
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("citoyens, citoyens-plus, agents");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"citoyens\"|\"martiens\"|« federation »",
                "\"cantine\"|\"deux mots\"|« client_id »",
                "\"cantine\"|\"socle-usagers\"|réservé",
                "\"cantine\"|12|« client_id »",
                "openid email|email|openid",
                "openid email|openid idp_sub|idp_sub",
                "openid email|openid siret|siret",
                "https://cantine.example/retour|http://cantine.example/retour|https",
                "https://cantine.example/retour|https://cantine.example/#x|https",
                "https://cantine.example/retour|/retour|https",
                "[\"https://cantine.example/retour\"]|[]|redirect_uris",
                "\"organisation\"|\"organization\"|« organization » n’existe pas",
                "\"Cantine (essai)\"|\"\"|« name »"
            })
    void eachFaultIsNamed(String good, String bad, String told) {
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatAServiceMayHaveTokensOfItsOwnForIsNothingOfAPersons() {
        var own = GOOD.replace("\"scope\"", "\"own_scopes\": [\"dgfip_rfr\"], \"scope\"");
        assertThat(read(own).getFirst().rules().ownScopes()).containsExactly("dgfip_rfr");
        assertThatThrownBy(() -> read(own.replace("[\"dgfip_rfr\"]", "[\"email\"]")))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("« email »");
        assertThatThrownBy(
                        () ->
                                read(
                                        STRICT.replace(
                                                "\"sandbox\"",
                                                "\"own_scopes\": [\"dgfip_rfr\"], \"sandbox\"")))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("openid");
    }

    private static final String STRICT =
            """
            {"client_id": "impots", "federation": "citoyens-plus", "name": "Impôts (essai)",
             "organisation": "Ministère d’essai", "redirect_uris": ["https://impots.example/retour"],
             "scope": "openid identite_pivot dgfip_rfr", "profile": "franceconnect",
             "token_endpoint_auth_method": "private_key_jwt", "jwks_uri": "https://impots.example/jwks",
             "userinfo_signed_response_alg": "ES256", "userinfo_encrypted_response_alg": "ECDH-ES",
             "data_provider": true, "private_sector": true, "identity_consent": true, "sandbox": true,
             "subjects": "franceconnect", "idp_allowed": ["a", "b"], "idp_hints": ["a"],
             "allowed_prompts": ["login"], "rep_scopes": ["Logement"],
             "backchannel_logout_uri": "https://impots.example/sortie"}
            """;

    @Test
    void theWholeContractIsRead() {
        var client = read(STRICT).getFirst();
        assertThat(client.needsPkce()).isFalse();
        assertThat(client.scopes()).contains("dgfip_rfr");
        assertThat(client.keys())
                .isEqualTo(
                        new Client.Keys(
                                ClientAuth.PRIVATE_KEY_JWT,
                                "https://impots.example/jwks",
                                null,
                                JwtAlg.ES256,
                                null,
                                JwtAlg.ES256,
                                JwtEncryption.ECDH_ES));
        assertThat(client.rules())
                .isEqualTo(
                        new Client.Rules(
                                Profile.FRANCECONNECT,
                                SubjectKind.FRANCECONNECT,
                                true,
                                true,
                                true,
                                "https://impots.example/sortie",
                                Set.of("a", "b"),
                                false,
                                true,
                                Set.of(Prompt.LOGIN),
                                Set.of("a"),
                                Set.of("Logement")));
        assertThat(client.rules().allowsProvider("a")).isTrue();
        assertThat(client.rules().allowsProvider("c")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"franceconnect\",|\"proconnect\",|« profile »",
                "\"private_key_jwt\"|\"none\"|« token_endpoint_auth_method »",
                "\"private_key_jwt\"|\"client_secret_basic\"|« token_endpoint_auth_method »",
                "\"userinfo_signed_response_alg\": \"ES256\"|\"userinfo_signed_response_alg\": \"RS256\"|« userinfo_signed_response_alg »",
                "\"userinfo_signed_response_alg\": \"ES256\"|\"id_token_signed_response_alg\": \"none\"|« id_token_signed_response_alg »",
                "\"ECDH-ES\"|\"RSA1_5\"|« userinfo_encrypted_response_alg »",
                "\"https://impots.example/jwks\"|\"http://impots.example/jwks\"|« jwks_uri »",
                "\"jwks_uri\": \"https://impots.example/jwks\",||« jwks_uri »",
                "\"sandbox\": true|\"sandbox\": \"oui\"|« sandbox »",
                "\"sandbox\": true|\"pkce\": true|« pkce »",
                "\"sandbox\": true|\"idp_excluded\": [\"c\"]|« idp_allowed »",
                "\"sandbox\": true|\"jwks\": {\"keys\": []}|« jwks »",
                "\"sandbox\": true|\"jwks\": 3|« jwks »",
                "[\"login\"]|[\"autre\"]|« allowed_prompts »",
                "[\"a\", \"b\"]|\"a\"|« idp_allowed »",
                "\"subjects\": \"franceconnect\"|\"subjects\": \"public\"|« subjects »",
                "identite_pivot|identite_pivot siret|siret",
                "\"sandbox\"|\"bac_a_sable\"|« bac_a_sable » n’existe pas"
            })
    void eachFaultOfTheContractIsNamed(String good, String bad, String told) {
        assertThatThrownBy(() -> read(STRICT.replace(good, bad == null ? "" : bad)))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatIsNoJsonOrTwiceTheSameIsRefused() {
        assertThatThrownBy(() -> read("{")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> read("[]")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> read("[1]")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> read("[" + GOOD + "," + GOOD + "]"))
                .hasMessageContaining("deux fois");
    }
}
