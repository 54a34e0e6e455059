package fr.socle.demarches.prefill;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Valeur;
import fr.socle.pieces.Family;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Which proposed answers a form takes. */
@NullMarked
class PrefillReaderTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Definition definition =
            new Definition(
                    List.of(
                            champ("text", new ChampType.Texte(10, false)),
                            champ("nomb", new ChampType.Nombre(true, null, null, "€")),
                            champ("jour", new ChampType.Jour(null, null)),
                            champ("ouin", new ChampType.OuiNon()),
                            champ("case", new ChampType.CaseACocher()),
                            champ("choi", new ChampType.Choix(List.of("Un", "Deux"), false, false)),
                            champ("plus", new ChampType.Choix(List.of("Un", "Deux"), true, false)),
                            champ("adre", new ChampType.Adresse()),
                            champ(
                                    "bloc",
                                    new ChampType.Repetition(
                                            List.of(champ("dans", new ChampType.Texte(10, false))),
                                            1,
                                            2)),
                            champ("piec", new ChampType.Pieces(Set.of(Family.PDF), 1000)),
                            champ("nomn", new ChampType.Texte(50, false))
                                    .withSource(new Source.Identite(Source.Claim.FAMILY_NAME))));

    @Test
    void theContractsNamesAndOursAreTaken() {
        var contract =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("Champ-text".getBytes(StandardCharsets.UTF_8));
        assertThat(read("{\"champ_" + contract + "\":\"Léa\"}").valeurs())
                .containsEntry(id("text"), new Valeur.Texte("Léa"));
        assertThat(read("{\"champ_" + contract + "=\":\"Léa\"}").valeurs()).hasSize(1);
        assertThat(read("{\"champ_text\":\"Léa\"}").valeurs())
                .containsEntry(id("text"), new Valeur.Texte("Léa"));
    }

    @Test
    void everyKindOfJsonBecomesAnAnswer() {
        var read =
                read(
                        """
                        {"champ_nomb": 12.5, "champ_jour": "2026-02-03", "champ_ouin": false, "champ_case": true,
                         "champ_choi": "Deux", "champ_plus": ["Un", "Deux"],
                         "champ_adre": {"voie": "1 rue de la Paix", "code-postal": "75002", "commune": "Paris"},
                         "champ_bloc": [{"champ_dans": "a"}, {"champ_dans": "b"}],
                         "identite_nom": "ESSAI", "autre": 1}
                        """);
        assertThat(read.dropped()).isZero();
        assertThat(read.valeurs())
                .containsEntry(id("nomb"), new Valeur.Nombre(new BigDecimal("12.5")))
                .containsEntry(id("jour"), new Valeur.Jour(LocalDate.of(2026, 2, 3)))
                .containsEntry(id("ouin"), new Valeur.OuiNon(false))
                .containsEntry(id("case"), new Valeur.OuiNon(true))
                .containsEntry(id("choi"), new Valeur.Choix(List.of("Deux")))
                .containsEntry(id("plus"), new Valeur.Choix(List.of("Un", "Deux")))
                .containsKey(id("adre"))
                .hasEntrySatisfying(
                        id("bloc"), it -> assertThat(((Valeur.Lignes) it).lignes()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"champ_text\":\"plus de dix lettres\"}",
                "{\"champ_text\":[\"Léa\",\"Zoé\"]}",
                "{\"champ_text\":null}",
                "{\"champ_nomb\":\"douze\"}",
                "{\"champ_jour\":\"2026-02-30\"}",
                "{\"champ_ouin\":\"peut-être\"}",
                "{\"champ_case\":false}",
                "{\"champ_choi\":\"Trois\"}",
                "{\"champ_choi\":[\"Un\",\"Deux\"]}",
                "{\"champ_plus\":[\"Un\",\"Trois\"]}",
                "{\"champ_bloc\":\"a\"}",
                "{\"champ_bloc\":[{\"champ_dans\":\"a\"},{\"champ_dans\":\"b\"},{\"champ_dans\":\"c\"}]}",
                "{\"champ_piec\":\"https://essai.example/a.pdf\"}",
                "{\"champ_nomn\":\"AUTRE\"}",
                "{\"champ_zzzz\":\"inconnu\"}",
                "{\"champ_\":\"rien\"}",
                "{\"champ_****\":\"rien\"}",
            })
    void whatAPersonCouldNotAnswerIsDropped(String body) {
        var read = read(body);
        assertThat(read.valeurs()).isEmpty();
        assertThat(read.dropped()).isOne();
    }

    private Prefilled read(String body) {
        return PrefillReader.read(definition, JSON.readTree(body));
    }

    private static Champ champ(String id, ChampType type) {
        return Champ.of(id(id), "Q " + id, false, type);
    }

    private static ChampId id(String id) {
        return new ChampId(id);
    }
}
