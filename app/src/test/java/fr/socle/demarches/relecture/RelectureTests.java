package fr.socle.demarches.relecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Numero;
import fr.socle.demarches.definition.Offered;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Types;
import fr.socle.demarches.definition.Valeur;
import fr.socle.pieces.Family;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proof-reading says what the corpus taught, and one click mends it. */
@NullMarked
class RelectureTests {

    private static final ChampId ID = new ChampId("champ");
    private static final ChampType TEXT = new ChampType.Texte(100, false);

    @ParameterizedTest
    @CsvSource({
        "Numéro SIRET,siret",
        "Votre adresse électronique,email",
        "E-mail,email",
        "Téléphone portable,telephone",
        "Adresse,adresse",
        "Commune de résidence,commune",
        "Code postal,commune",
        "Date de début des travaux,date",
        "Nombre d’enfants,nombre",
        "Pays,pays"
    })
    void aTextForWhichATypeExistsBecomesIt(String label, String type) {
        var before = of(Champ.of(ID, label, true, TEXT));
        assertThat(rules(before)).contains("type." + type);
        var after = Relecture.mended(before, "type." + type + " champ").orElseThrow();
        assertThat(after.champs().getFirst().type()).isEqualTo(Types.usual(type).orElseThrow());
        assertThat(rules(after)).doesNotContain("type." + type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom de la commune et date",
                "Update",
                "Adresse du site internet",
                "Précisez la date",
                "Décrivez en une phrase ce que vous attendez de la commune"
            })
    void aWordThatIsOnlyMentionedSaysNothing(String label) {
        assertThat(rules(of(Champ.of(ID, label, true, TEXT))))
                .noneMatch(it -> it.startsWith("type."));
    }

    @Test
    void aListThatIsATypeBecomesIt() {
        var yesNo = new ChampType.Choix(List.of("Oui", "Non"), false, false);
        assertThat(rules(of(Champ.of(ID, "D’accord ?", true, yesNo))))
                .containsExactly("type.oui-non");
        var regions = new ChampType.Choix(names("region"), false, false);
        assertThat(rules(of(Champ.of(ID, "Où ?", true, regions)))).containsExactly("type.region");
        var used =
                Champ.of(new ChampId("suite"), "Suite", false, TEXT)
                        .withCondition(
                                new Condition.Compare(
                                        ID, Condition.Operator.EGAL, new Valeur.Texte("Oui")));
        assertThat(rules(of(Champ.of(ID, "D’accord ?", true, yesNo), used))).isEmpty();
    }

    @Test
    void labelsAreMadeClear() {
        assertThat(
                        mendedLabel(
                                "numbered",
                                Champ.of(ID, "1.2 - Le projet", false, new ChampType.Titre(1))))
                .isEqualTo("Le projet");
        assertThat(mendedLabel("shouted", Champ.of(ID, "MOTIF DE LA DEMANDE", true, TEXT)))
                .isEqualTo("Motif de la demande");
        assertThat(mendedLabel("ended", Champ.of(ID, "Motif * :", true, TEXT))).isEqualTo("Motif");
        var long_ =
                "Décrivez le projet. " + "Il faut dire où, quand, comment et pourquoi. ".repeat(3);
        var mended = Relecture.mended(of(Champ.of(ID, long_.strip(), true, TEXT)), "long champ");
        assertThat(mended.orElseThrow().champs().getFirst())
                .satisfies(it -> assertThat(it.label()).isEqualTo("Décrivez le projet."))
                .satisfies(it -> assertThat(it.help()).startsWith("Il faut dire où"));
    }

    @Test
    void aQuestionAskedTwiceIsAskedOnce() {
        var again = new ChampId("again");
        var before = of(Champ.of(ID, "Motif", true, TEXT), Champ.of(again, "motif", true, TEXT));
        assertThat(Relecture.mended(before, "twice again").orElseThrow().find(again)).isEmpty();
    }

    @Test
    void whatTheSignInGivesIsNotAsked() {
        var before = of(Champ.of(ID, "Date de naissance", true, new ChampType.Jour(null, null)));
        var after = Relecture.mended(before, "known champ").orElseThrow();
        assertThat(after.champs().getFirst().source())
                .isEqualTo(new Source.Identite(Source.Claim.BIRTHDATE));
        assertThat(rules(after)).doesNotContain("known");
    }

    @Test
    void documentsThatTheStateHasAreNamed() {
        var file = new ChampType.Pieces(Set.of(Family.PDF), 1_000_000);
        assertThat(rules(of(Champ.of(ID, "Copie de la pièce d’identité", true, file))))
                .contains("document.identity");
        assertThat(rules(of(Champ.of(ID, "Extrait Kbis", true, file))))
                .contains("document.company");
        var bank = of(Champ.of(ID, "RIB", true, file));
        assertThat(
                        Relecture.mended(bank, "document.bank champ")
                                .orElseThrow()
                                .champs()
                                .getFirst()
                                .type())
                .isEqualTo(new Numero(Numero.Registre.IBAN));
        assertThat(rules(of(Champ.of(ID, "Tribunal", true, file)))).isEmpty();
    }

    @Test
    void whatTheSiretTellsIsNotAsked() {
        var siret =
                Champ.of(new ChampId("siret"), "SIRET", true, new Numero(Numero.Registre.SIRET));
        var before = of(siret, Champ.of(ID, "Raison sociale", true, TEXT));
        assertThat(Relecture.mended(before, "company champ").orElseThrow().find(ID)).isEmpty();
    }

    @Test
    void aLongFormNeedsTitlesAndSomethingMandatory() {
        var champs =
                IntStream.range(0, 25)
                        .mapToObj(
                                it ->
                                        Champ.of(
                                                new ChampId("c%03d".formatted(it)),
                                                "Q" + it,
                                                false,
                                                TEXT))
                        .toList();
        var before = new Definition(champs);
        assertThat(rules(before)).containsExactly("sections", "nothing-required");
        assertThat(rules(Relecture.mended(before, "nothing-required ").orElseThrow()))
                .containsExactly("sections");
    }

    @Test
    void aRemarkThatDoesNotStandMendsNothing() {
        var before = of(Champ.of(ID, "Motif", true, TEXT));
        for (var code : List.of("", "twice champ", "long", "type.date champ", "x".repeat(5000))) {
            assertThat(Relecture.mended(before, code)).isEmpty();
        }
    }

    private static String mendedLabel(String rule, Champ champ) {
        return Relecture.mended(of(champ), rule + " champ")
                .orElseThrow()
                .champs()
                .getFirst()
                .label();
    }

    private static List<String> names(String type) {
        return Offered.by(Types.usual(type).orElseThrow()).labels();
    }

    private static List<String> rules(Definition definition) {
        return Relecture.of(definition).stream().map(Remarque::rule).toList();
    }

    private static Definition of(Champ... champs) {
        return new Definition(List.of(champs));
    }
}
