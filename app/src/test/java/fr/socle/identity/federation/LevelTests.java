package fr.socle.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which level a request means: federation, what is asked, what comes of it. */
class LevelTests {

    private static Federation federation(String code) {
        return new Federations(List.of()).of(code);
    }

    private static String told(Level level) {
        return switch (level) {
            case Level.Asked(var acr, var essential) -> acr.code() + (essential ? "!" : "");
            case Level.NotHere(var error, var _) -> error;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "citoyens,eidas1,eidas1!",
        "citoyens,eidas3 eidas1,eidas1!",
        "citoyens,autre,eidas1!",
        "citoyens,eidas2,invalid_acr",
        "citoyens,eidas1-mfa,eidas1!",
        "citoyens-plus,eidas3 eidas2,eidas2!",
        "citoyens-plus,eidas3,eidas3!",
        "citoyens-plus,autre,eidas3!",
        "citoyens-plus,eidas2 eidas1,invalid_acr"
    })
    void franceConnectTakesTheLowestKnown(String code, String asked, String answer) {
        var here = federation(code);
        assertThat(told(Level.lowestKnown(here, Set.of(asked.split(" "))))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    agents   | {"id_token":{"acr":{"essential":true,"value":"eidas2"}}}               | | eidas2!
                    agents   | {"id_token":{"acr":{"essential":true,"values":["eidas3","eidas1-mfa"]}}} | | eidas1-mfa!
                    agents   | {"id_token":{"acr":{"essential":true,"value":"autre"}}}                | | access_denied
                    agents   | {"id_token":{"acr":{"value":"eidas3"}}}                                | | eidas3
                    agents   | {"id_token":{"acr":{"essential":true}}}                                | eidas2 | eidas2
                    agents   | {}                                                                     | eidas3 eidas2 | eidas2
                    agents   | {}                                                                     | autre | eidas1
                    agents   | {}                                                                     | | eidas1
                    citoyens | {"id_token":{"acr":{"essential":true,"value":"eidas2"}}}               | | access_denied
                    citoyens | {}                                                                     | eidas3 | eidas1
                    """)
    void proConnectBelievesTheEssentialClaim(
            String code, String claims, String acrValues, String answer) {
        var here = federation(code);
        var asked =
                new Parameters(
                        Map.of("acr_values", new String[] {acrValues == null ? "" : acrValues}));
        var level = Level.essential(here, asked, ClaimsParameter.parse(claims).orElseThrow());
        assertThat(told(level)).isEqualTo(answer);
    }
}
