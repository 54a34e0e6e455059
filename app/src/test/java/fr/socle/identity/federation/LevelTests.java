package fr.socle.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which level a request means: federation, what is asked, what comes of it. */
class LevelTests {

    private static String told(Level level) {
        return switch (level) {
            case Level.Asked(var acr, var essential) -> acr.code() + (essential ? "!" : "");
            case Level.NotHere(var error, var _) -> error;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "CITOYENS,eidas1,eidas1!",
        "CITOYENS,eidas3 eidas1,eidas1!",
        "CITOYENS,autre,eidas1!",
        "CITOYENS,eidas2,invalid_acr",
        "CITOYENS,eidas1-mfa,eidas1!",
        "CITOYENS_PLUS,eidas3 eidas2,eidas2!",
        "CITOYENS_PLUS,eidas3,eidas3!",
        "CITOYENS_PLUS,autre,eidas3!",
        "CITOYENS_PLUS,eidas2 eidas1,invalid_acr"
    })
    void franceConnectTakesTheLowestKnown(Federation here, String asked, String answer) {
        assertThat(told(Level.lowestKnown(here, Set.of(asked.split(" "))))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    AGENTS   | {"id_token":{"acr":{"essential":true,"value":"eidas2"}}}               | | eidas2!
                    AGENTS   | {"id_token":{"acr":{"essential":true,"values":["eidas3","eidas1-mfa"]}}} | | eidas1-mfa!
                    AGENTS   | {"id_token":{"acr":{"essential":true,"value":"autre"}}}                | | access_denied
                    AGENTS   | {"id_token":{"acr":{"value":"eidas3"}}}                                | | eidas3
                    AGENTS   | {"id_token":{"acr":{"essential":true}}}                                | eidas2 | eidas2
                    AGENTS   | {}                                                                     | eidas3 eidas2 | eidas2
                    AGENTS   | {}                                                                     | autre | eidas1
                    AGENTS   | {}                                                                     | | eidas1
                    CITOYENS | {"id_token":{"acr":{"essential":true,"value":"eidas2"}}}               | | access_denied
                    CITOYENS | {}                                                                     | eidas3 | eidas1
                    """)
    void proConnectBelievesTheEssentialClaim(
            Federation here, String claims, String acrValues, String answer) {
        var asked =
                new Parameters(
                        Map.of("acr_values", new String[] {acrValues == null ? "" : acrValues}));
        var level = Level.essential(here, asked, ClaimsParameter.parse(claims).orElseThrow());
        assertThat(told(level)).isEqualTo(answer);
    }
}
