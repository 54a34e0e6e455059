package fr.socle.demarches.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Civilite;
import fr.socle.demarches.definition.DateHeure;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Options;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.dossier.Provenance;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.demarches.publication.SetAside.Motif;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a draft's answers when its procedure is published anew. */
@NullMarked
class RebaseTests {

    private static final ChampId ID = new ChampId("abcd");
    private static final ChampType SHORT = new ChampType.Texte(20, false);
    private static final ChampType WHOLE = new ChampType.Nombre(false, null, null, "");
    private static final ChampType DECIMAL = new ChampType.Nombre(true, null, null, "");
    private static final ChampType DAY = new ChampType.Jour(null, null);
    private static final ChampType LIST = new ChampType.Choix(List.of("Un", "Deux"), false, false);

    static List<Arguments> conversions() {
        var day = LocalDate.of(2026, 2, 3);
        return List.of(
                Arguments.of(text("14"), SHORT, WHOLE, number("14")),
                Arguments.of(text("14,5"), SHORT, DECIMAL, number("14.5")),
                Arguments.of(number("14"), WHOLE, DECIMAL, number("14")),
                Arguments.of(number("14.00"), DECIMAL, WHOLE, number("14")),
                Arguments.of(number("14.5"), DECIMAL, SHORT, text("14,5")),
                Arguments.of(
                        text("lea@essai.example"),
                        SHORT,
                        new ChampType.Email(),
                        text("lea@essai.example")),
                Arguments.of(
                        new Valeur.Jour(day),
                        DAY,
                        new DateHeure(null, null),
                        new Valeur.Moment(day.atStartOfDay())),
                Arguments.of(
                        new Valeur.Moment(day.atTime(9, 30)),
                        new DateHeure(null, null),
                        DAY,
                        new Valeur.Jour(day)),
                Arguments.of(new Valeur.Jour(day), DAY, SHORT, text("03/02/2026")),
                Arguments.of(new Valeur.OuiNon(true), new ChampType.OuiNon(), SHORT, text("Oui")),
                Arguments.of(
                        new Valeur.OuiNon(true),
                        new ChampType.CaseACocher(),
                        new ChampType.OuiNon(),
                        new Valeur.OuiNon(true)),
                Arguments.of(choice("Madame"), new Civilite(), SHORT, text("Madame")),
                Arguments.of(
                        choice("Un"),
                        LIST,
                        new ChampType.Choix(List.of("Un", "Deux"), true, false),
                        choice("Un")));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void whatTheTableCastsIsConverted(Valeur value, ChampType was, ChampType now, Valeur expected) {
        var outcome = rebased(value, was, now);
        assertThat(outcome.reponses().valeurs()).containsEntry(ID, expected);
        assertThat(outcome.aside()).isEmpty();
    }

    static List<Arguments> losses() {
        return List.of(
                Arguments.of(text("quatorze"), SHORT, WHOLE, Motif.TYPE, "quatorze"),
                Arguments.of(number("14.5"), DECIMAL, WHOLE, Motif.REFUSE, "14,5"),
                Arguments.of(
                        text("bien plus long"),
                        SHORT,
                        new ChampType.Texte(4, false),
                        Motif.REFUSE,
                        "bien plus long"),
                Arguments.of(
                        choice("Deux"),
                        LIST,
                        new ChampType.Choix(List.of("Un"), false, false),
                        Motif.REFUSE,
                        "Deux"),
                Arguments.of(choice("Un", "Deux"), several(), LIST, Motif.TYPE, "Un, Deux"),
                Arguments.of(number("3"), WHOLE, DAY, Motif.TYPE, "3"),
                Arguments.of(
                        new Valeur.OuiNon(false),
                        new ChampType.OuiNon(),
                        new ChampType.CaseACocher(),
                        Motif.TYPE,
                        "Non"));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void whatCannotBecomeOneIsSetAsideInFull(
            Valeur value, ChampType was, ChampType now, Motif motif, String line) {
        var outcome = rebased(value, was, now);
        assertThat(outcome.reponses().valeurs()).isEmpty();
        assertThat(outcome.aside()).containsExactly(new SetAside("Question", line, motif));
        assertThat(outcome.lost()).containsExactly(ID);
    }

    @Test
    void aRenamedOptionKeepsItsAnswers() {
        var renamed =
                new ChampType.Choix(
                        Options.of(List.of("Un", "Deux")).relabelled(List.of("Un", "Second")),
                        false,
                        false);
        var outcome = rebased(choice("Deux"), LIST, renamed);
        assertThat(outcome.reponses().valeurs()).containsEntry(ID, choice("Deux"));
        assertThat(outcome.aside()).isEmpty();
        assertThat(outcome.converted()).isEmpty();
    }

    @Test
    void aQuestionThatIsGoneLeavesItsAnswerToRead() {
        var before = definition(champ(SHORT));
        var reponses = Reponses.NONE.with(ID, text("Léa"));
        var outcome = Rebase.of(before, Definition.EMPTY, reponses);
        assertThat(outcome.aside())
                .containsExactly(new SetAside("Question", "Léa", Motif.SUPPRIME));
    }

    @Test
    void rowsFollowFieldByField() {
        var kept = new ChampId("gard");
        var gone = new ChampId("part");
        var row =
                new Valeur.Ligne(UUID.randomUUID(), Map.of(kept, text("12"), gone, text("perdu")));
        var before = block(Champ.of(kept, "Âge", true, SHORT), Champ.of(gone, "Note", true, SHORT));
        var after = block(Champ.of(kept, "Âge", true, WHOLE));
        var reponses = Reponses.NONE.with(ID, new Valeur.Lignes(List.of(row)));
        var outcome = Rebase.of(before, after, reponses);
        assertThat(outcome.reponses().valeurs())
                .containsEntry(
                        ID,
                        new Valeur.Lignes(
                                List.of(new Valeur.Ligne(row.id(), Map.of(kept, number("12"))))));
        assertThat(outcome.aside())
                .containsExactly(new SetAside("Question – Note", "perdu", Motif.SUPPRIME));
    }

    @Test
    void aBlockThatBecomesMandatoryShowsItsFirstRow() {
        var after = block(Champ.of(new ChampId("gard"), "Âge", true, WHOLE));
        var outcome = Rebase.of(Definition.EMPTY, after, Reponses.NONE);
        assertThat(outcome.reponses().valeurs().get(ID))
                .isInstanceOfSatisfying(
                        Valeur.Lignes.class, it -> assertThat(it.lignes()).hasSize(1));
    }

    @Test
    void whatAnAdministrationGaveIsNeverCopied() {
        var given = new Provenance.Exchange("ref-1", "Caisse d’essai", Instant.EPOCH);
        var source = new Source.Echange("essai", "essai.valeur");
        var reponses = Reponses.NONE.given(ID, number("872"), given);
        var before = definition(champ(WHOLE).withSource(source));
        var same = Rebase.of(before, definition(champ(WHOLE).withSource(source)), reponses);
        assertThat(same.reponses()).isEqualTo(reponses);
        var outcome = Rebase.of(before, definition(champ(WHOLE)), reponses);
        assertThat(outcome.reponses()).isEqualTo(Reponses.NONE);
        assertThat(outcome.aside()).containsExactly(new SetAside("Question", "", Motif.ORIGINE));
    }

    private static Rebase.Outcome rebased(Valeur value, ChampType was, ChampType now) {
        return Rebase.of(
                definition(champ(was)), definition(champ(now)), Reponses.NONE.with(ID, value));
    }

    private static Definition definition(Champ champ) {
        return new Definition(List.of(champ));
    }

    private static Definition block(Champ... children) {
        return definition(champ(new ChampType.Repetition(List.of(children), 1, 5)));
    }

    private static Champ champ(ChampType type) {
        return Champ.of(ID, "Question", true, type);
    }

    private static ChampType several() {
        return new ChampType.Choix(List.of("Un", "Deux"), true, false);
    }

    private static Valeur text(String text) {
        return new Valeur.Texte(text);
    }

    private static Valeur number(String number) {
        return new Valeur.Nombre(new BigDecimal(number));
    }

    private static Valeur choice(String... chosen) {
        return new Valeur.Choix(List.of(chosen));
    }
}
