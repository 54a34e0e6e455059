package fr.socle.demarches.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.ChoixLies;
import fr.socle.demarches.definition.Condition.Filled;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Kind;
import fr.socle.demarches.definition.Kinds;
import fr.socle.demarches.definition.Options;
import fr.socle.demarches.definition.Referentiel;
import fr.socle.demarches.definition.Saisie;
import fr.socle.demarches.definition.Typed;
import fr.socle.demarches.definition.Types;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.depot.Completeness;
import fr.socle.demarches.depot.FieldNames;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.ui.form.Form;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** What a form shows of an answer is read again as the same answer, whatever its type. */
@NullMarked
class EveryTypeFormTests {

    private static final ChampId ID = new ChampId("champ");

    /** What people type, by type and part. */
    private static final Map<String, Map<String, String>> TYPED =
            Map.ofEntries(
                    Map.entry("texte", Map.of("", "Un mot")),
                    Map.entry("texte-long", Map.of("", "Deux\nlignes")),
                    Map.entry("format", Map.of("", "AB12")),
                    Map.entry("oui-non", Map.of("", "non")),
                    Map.entry("case", Map.of("", "oui")),
                    Map.entry("choix", Map.of("", "__autre", "autre", "Le mien")),
                    Map.entry("choix-multiple", Map.of("", "B")),
                    Map.entry("choix-lies", Map.of("", "A", "second", "a2")),
                    Map.entry("civilite", Map.of("", "Madame")),
                    Map.entry("nombre", Map.of("", "12")),
                    Map.entry("date", Map.of("jour", "2", "mois", "11", "annee", "2026")),
                    Map.entry("date-heure", Map.of("", "2026-11-02T09:05")),
                    Map.entry("email", Map.of("", "lea@exemple.fr")),
                    Map.entry("telephone", Map.of("", "06 12 34 56 78")),
                    Map.entry(
                            "adresse",
                            Map.of("voie", "1 rue", "code-postal", "35000", "commune", "Rennes")),
                    Map.entry("commune", Map.of("cherche", "Rennes")),
                    Map.entry("departement", Map.of("", "35")),
                    Map.entry("region", Map.of("", "53")),
                    Map.entry("pays", Map.of("cherche", "Kenya")),
                    Map.entry("epci", Map.of("cherche", "243500139")),
                    Map.entry("annuaire-education", Map.of("cherche", "0750655E")),
                    Map.entry("referentiel", Map.of("cherche", "bleu")),
                    Map.entry("siret", Map.of("", "73282932000074")),
                    Map.entry("iban", Map.of("", "FR7630006000011234567890189")),
                    Map.entry("rna", Map.of("", "W751234567")),
                    Map.entry("rnf", Map.of("", "075-FDD-00003-01")),
                    Map.entry("engagement-juridique", Map.of("", "2400000123")),
                    Map.entry(
                            "cnaf",
                            Map.of("numero-allocataire", "1234567", "code-postal", "35000")),
                    Map.entry(
                            "dgfip",
                            Map.of(
                                    "numero-fiscal",
                                    "1234567890123",
                                    "reference-avis",
                                    "22A1234567890")),
                    Map.entry("france-travail", Map.of("identifiant", "1234567A")),
                    Map.entry("mesri", Map.of("ine", "1234567890A")),
                    Map.entry(
                            "cojo",
                            Map.of("numero-accreditation", "12", "date-naissance", "01/02/1990")),
                    Map.entry("carte", Map.of("latitude", "48,1", "longitude", "-1,6")));

    @Test
    void everyTypeThatIsTypedIsReadAgainAsItWas() {
        for (var kind : Kinds.all()) {
            var typed = TYPED.get(kind.code());
            if (typed != null) {
                survives(kind, typed);
            }
        }
        assertThat(TYPED.keySet()).isSubsetOf(Types.CODES);
        var others = Types.CODES.stream().filter(it -> !TYPED.containsKey(it)).toList();
        assertThat(others)
                .containsExactlyInAnyOrder(
                        "piece",
                        "titre-identite",
                        "dossier-lie",
                        "calcul",
                        "repetition",
                        "titre",
                        "explication");
    }

    private static void survives(Kind<?> kind, Map<String, String> parts) {
        var champ = Champ.of(ID, "Question", true, type(kind));
        var definition = new Definition(List.of(champ));
        var sent = new HashMap<String, List<String>>();
        parts.forEach((part, text) -> sent.put(part, List.of(text)));
        var value = Saisie.read(champ, new Typed(sent)).orThrow().orElseThrow();
        var before = Reponses.NONE.with(ID, value);
        var shown = TypedAnswers.of(definition, before);
        var form = Form.of(shown);
        var after = new FormReader(shown, form, Set.of()).read(definition, Reponses.NONE);
        assertThat(form.errors()).as(kind.code()).isEmpty();
        assertThat(after.valeur(ID)).as(kind.code()).contains(value);
        assertThat(Completeness.missing(definition, after)).as(kind.code()).isEmpty();
        assertThat(Completeness.missing(definition, Reponses.NONE)).as(kind.code()).hasSize(1);
    }

    @Test
    void aRefusedSearchLeavesTheAnswerAndNamesItsInput() {
        var champ = Champ.of(ID, "Commune", true, Types.usual("commune").orElseThrow());
        var definition = new Definition(List.of(champ));
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add(FieldNames.of(ID) + ".cherche", "Saint-Denis");
        var form = Form.of(sent);
        var read = new FormReader(sent, form, Set.of()).read(definition, Reponses.NONE);
        assertThat(read).isEqualTo(Reponses.NONE);
        assertThat(form.error(FieldNames.of(ID))).isPresent();
        var control = (Control.Search) Control.of(champ.type());
        assertThat(control.lines(form, FieldNames.of(ID))).hasSizeGreaterThan(1);
    }

    @Test
    void whatIsComputedIsShownAndNeverRead() {
        var total = new ChampId("total");
        var whole = new ChampType.Nombre(false, null, null, "");
        var definition =
                new Definition(
                        List.of(
                                Champ.of(ID, "Combien ?", true, whole),
                                Champ.of(total, "Total", true, new Calcul("[champ] * 3", 0, "€"))));
        var sent = new LinkedMultiValueMap<String, String>();
        sent.add(FieldNames.of(ID), "4");
        sent.add(FieldNames.of(total), "1000");
        var read = new FormReader(sent, Form.of(sent), Set.of()).read(definition, Reponses.NONE);
        assertThat(read.valeurs()).doesNotContainKey(total);
        assertThat(FormView.of(definition, read, Map.of()).getLast())
                .isInstanceOfSatisfying(
                        Element.Computed.class, it -> assertThat(it.line()).isEqualTo("12\u00a0€"));
        assertThat(Completeness.missing(definition, read)).isEmpty();
    }

    @Test
    void anAnswerIsDemandedWhenItsConditionHolds() {
        var second = new ChampId("second");
        var text = new ChampType.Texte(20, false);
        var definition =
                new Definition(
                        List.of(
                                Champ.of(ID, "Premier", false, text),
                                Champ.of(second, "Second", false, text)
                                        .withObligation(new Filled(ID))));
        assertThat(Completeness.missing(definition, Reponses.NONE)).isEmpty();
        var first = Reponses.NONE.with(ID, new Valeur.Texte("oui"));
        assertThat(Completeness.missing(definition, first))
                .singleElement()
                .satisfies(it -> assertThat(it.field()).isEqualTo(FieldNames.of(second)));
        var shown = (Element.Question) FormView.of(definition, first, Map.of()).getLast();
        assertThat(shown.optional()).isFalse();
    }

    private static ChampType type(Kind<?> kind) {
        return switch (kind.code()) {
            case "choix" -> new ChampType.Choix(List.of("A", "B"), false, true);
            case "choix-multiple" -> new ChampType.Choix(List.of("A", "B"), true, false);
            case "choix-lies" -> ChoixLies.parse(List.of("--A--", "a1", "a2"));
            case "nombre" -> new ChampType.Nombre(true, BigDecimal.ONE, null, "km");
            case "referentiel" ->
                    new Referentiel(
                            new Options(
                                    List.of(
                                            new Options.Option(
                                                    "b", "Bleu", Map.of("hexa", "00f")))),
                            false);
            default -> kind.usual();
        };
    }
}
