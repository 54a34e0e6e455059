package fr.socle.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.Siret;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider and the register say becomes what the federation hands on, and nothing else. */
@NullMarked
class IdentityReaderTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Siret OWN = new Siret("98765432400019");

    private static final Map<String, Object> SAID =
            Map.of(
                    "given_name", "Salma",
                    "family_name", "Inventee",
                    "birthdate", "1962-00-00",
                    "gender", "female",
                    "birthcountry", "99350",
                    "email", "salma@usagers.example");

    private static final Map<String, Object> KNOWN =
            Map.of(
                    "given_name", "Salma Inès",
                    "family_name", "INVENTÉE",
                    "birthdate", "1962-08-00",
                    "gender", "female",
                    "birthcountry", "99350");

    private final IdentityReader reader =
            new IdentityReader(Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC));

    private static Provider provider(Federation federation, @Nullable Siret siret) {
        return new Provider(
                "essai",
                federation,
                "https://fournisseur.example",
                "socle",
                new Provider.Face("Essai", "essai", true),
                new Provider.Rules(List.of(Acr.EIDAS1), true),
                Provider.Protocol.PLAIN,
                new Provider.Agents(List.of(), List.of("ville.example"), null, siret, false, true));
    }

    private static Identity identity(Map<String, Object> claims) {
        return new Identity("sub", claims, "jwt", Acr.EIDAS1, List.of());
    }

    private static IdentitePivot known() {
        return ((IdentitePivot.Reading.Accepted) IdentitePivot.read(KNOWN, TODAY)).identity();
    }

    private Map<String, Object> claims(Federation federation, Optional<IdentitePivot> certified)
            throws UpstreamFailure {
        var checked = reader.checked(identity(SAID), certified);
        return reader.usager(provider(federation, null), checked, reader.pivot(checked));
    }

    @Test
    void theLowFederationHandsOnTheRegistersIdentity() throws UpstreamFailure {
        assertThat(claims(Federation.CITOYENS, Optional.of(known())))
                .containsEntry("family_name", "INVENTÉE")
                .containsEntry("given_name_array", List.of("Salma", "Inès"))
                .containsEntry("birthdate", "1962-08-01")
                .containsEntry("idp_birthdate", "1962-00-00")
                .containsEntry("identity_checked", true)
                .doesNotContainKey("rnipp_family_name");
    }

    @Test
    void theHigherFederationHandsOnBoth() throws UpstreamFailure {
        assertThat(claims(Federation.CITOYENS_PLUS, Optional.of(known())))
                .containsEntry("family_name", "Inventee")
                .containsEntry("rnipp_family_name", "INVENTÉE")
                .containsEntry("birthdate", "1962-01-01")
                .containsEntry("rnipp_birthdate", "1962-08-01")
                .containsEntry("rnipp_given_name_array", List.of("Salma", "Inès"));
    }

    @Test
    void withoutRegisterTheProvidersIdentityIsMarkedAsNotChecked() throws UpstreamFailure {
        assertThat(claims(Federation.CITOYENS, Optional.empty()))
                .containsEntry("family_name", "Inventee")
                .containsEntry("identity_checked", false);
    }

    @Test
    void aProviderCannotSpeakForTheRegister() throws UpstreamFailure {
        var lying = new HashMap<>(SAID);
        lying.put("rnipp_family_name", "Volée");
        lying.put("identity_checked", true);
        var checked = reader.checked(identity(lying), Optional.empty());
        assertThat(reader.pivot(checked).familyName()).isEqualTo("Inventee");
        assertThat(
                        reader.usager(
                                provider(Federation.CITOYENS_PLUS, null),
                                checked,
                                reader.pivot(checked)))
                .containsEntry("identity_checked", false)
                .doesNotContainKey("rnipp_family_name");
    }

    private static Map<String, Object> agent(String name, Object value) {
        var claims = new HashMap<String, Object>();
        claims.put("given_name", "Camille");
        claims.put("usual_name", "Inventée");
        claims.put("email", "camille@ville.example");
        claims.put(name, value);
        return claims;
    }

    @ParameterizedTest
    @CsvSource({
        "98765432400019,98765432400019",
        "987 654 324 00019,98765432400019",
        "98765432400018,98765432400019",
        "1234,98765432400019",
        "'',98765432400019"
    })
    void aSiretThatCannotBeGivesWayToTheProvidersOwn(String said, String handedOn)
            throws UpstreamFailure {
        assertThat(reader.agent(provider(Federation.AGENTS, OWN), identity(agent("siret", said))))
                .containsEntry("siret", handedOn)
                .containsEntry("siren", "987654324");
    }

    @Test
    void withoutAPossibleSiretThereIsNone() throws UpstreamFailure {
        assertThat(reader.agent(provider(Federation.AGENTS, null), identity(agent("siret", "12"))))
                .doesNotContainKeys("siret", "siren");
    }

    @ParameterizedTest
    @CsvSource({"+33 1 23 45 67 89,true", "<script>,false", "12,false"})
    void anImpossibleTelephoneNumberIsDropped(String said, boolean kept) throws UpstreamFailure {
        assertThat(
                        reader.agent(
                                        provider(Federation.AGENTS, null),
                                        identity(agent("phone_number", said)))
                                .containsKey("phone_number"))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"email,camille@autre.example", "email,camille", "given_name,''", "usual_name,' '"})
    void anAgentWithoutNameOrAddressOfTheDomainIsNobody(String name, String value) {
        assertThatThrownBy(
                        () ->
                                reader.agent(
                                        provider(Federation.AGENTS, null),
                                        identity(agent(name, value))))
                .isInstanceOf(UpstreamFailure.class);
    }
}
