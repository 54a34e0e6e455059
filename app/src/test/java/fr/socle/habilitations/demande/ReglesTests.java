package fr.socle.habilitations.demande;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.DirectoryRights;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.HabilitationRights;
import fr.socle.habilitations.demande.Demande.Acquis;
import fr.socle.habilitations.demande.Demande.Dossier;
import fr.socle.habilitations.demande.Regles.Issue;
import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every order in every state, from every role: what comes of it is written here. */
@NullMarked
class ReglesTests {

    private static final UUID AGENT = UUID.randomUUID();
    private static final UUID OTHER_AGENT = UUID.randomUUID();
    private static final OrganisationId CITY = new OrganisationId(UUID.randomUUID());
    private static final UUID MINISTRY = UUID.randomUUID();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Contenu GRANTED = content("accordé");
    private static final Contenu WRITTEN = content("réécrit");

    private static final Map<String, Ordre> ORDRES =
            Map.of(
                    "enregistrer", new Ordre.Enregistrer(WRITTEN),
                    "soumettre", new Ordre.Soumettre(WRITTEN),
                    "annuler", new Ordre.AnnulerReouverture(),
                    "reprendre", new Ordre.Reprendre(),
                    "archiver", new Ordre.Archiver(),
                    "accorder", new Ordre.Accorder(),
                    "modifications", new Ordre.DemanderModifications("À préciser"),
                    "refuser", new Ordre.Refuser("Sans base"),
                    "revoquer", new Ordre.Revoquer("Détournement"));

    /**
     * One line per order; one column per state: brouillon, soumise, a-modifier, then the same three
     * of a new version (+), accordee, accordee whose term is over (~), refusee, revoquee, archivee.
     * « - » is no move from here, « ! » a rule that forbids it.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    enregistrer   | brouillon | -          | a-modifier | brouillon | -          | a-modifier | brouillon | brouillon | -        | -        | -
                    soumettre     | soumise   | -          | soumise    | soumise   | -          | soumise    | soumise   | soumise   | -        | -        | -
                    annuler       | -         | -          | -          | accordee  | accordee   | accordee   | -         | -         | -        | -        | -
                    reprendre     | brouillon | soumise    | a-modifier | brouillon | soumise    | a-modifier | accordee  | accordee  | refusee  | revoquee | -
                    archiver      | archivee  | archivee   | archivee   | !         | !          | !          | !         | archivee  | archivee | archivee | -
                    accorder      | -         | accordee   | -          | -         | accordee   | -          | -         | -         | -        | -        | -
                    modifications | -         | a-modifier | -          | -         | a-modifier | -          | -         | -         | -        | -        | -
                    refuser       | -         | refusee    | -          | -         | accordee   | -          | -         | -         | -        | -        | -
                    revoquer      | -         | -          | -          | revoquee  | revoquee   | revoquee   | revoquee  | revoquee  | -        | -        | -
                    """)
    void everyOrderInEveryState(
            String ordre,
            String brouillon,
            String soumise,
            String aModifier,
            String newBrouillon,
            String newSoumise,
            String newAModifier,
            String accordee,
            String over,
            String refusee,
            String revoquee,
            String archivee) {
        var expected =
                List.of(
                        brouillon,
                        soumise,
                        aModifier,
                        newBrouillon,
                        newSoumise,
                        newAModifier,
                        accordee,
                        over,
                        refusee,
                        revoquee,
                        archivee);
        var order = ordre(ordre);
        var side = order.sides().iterator().next();
        assertThat(states().stream().map(it -> outcome(it, order, side)).toList())
                .isEqualTo(expected);
    }

    /** Who may order what about a request of the city. */
    @ParameterizedTest
    @CsvSource({
        "gestionnaire de la ville, true, directory.gerer, DEMANDEUR",
        "gestionnaire d'ailleurs, false, directory.gerer, ''",
        "rapporteur, false, habilitations.lire, ''",
        "instructeur, false, habilitations.instruire, INSTRUCTEUR",
        "instructeur de la ville, true, habilitations.instruire, ''",
        "responsable, false, habilitations.instruire habilitations.parametrer, INSTRUCTEUR",
        "intégrateur de la ville, true, habilitations.integrer, ''",
        "gestionnaire et instructeur de la ville, true, directory.gerer habilitations.instruire, DEMANDEUR"
    })
    void everyOrderFromEveryRole(String who, boolean ofCity, String rights, String sides) {
        var held = new ArrayList<Right>();
        for (var code : rights.split(" ")) {
            held.add(new Right(code));
        }
        var where = ofCity ? CITY.value() : MINISTRY;
        var visitor = new Visitor.Agent(AGENT, who, where, "Essai", Set.copyOf(held), Set.of());
        assertThat(Cote.of(visitor, CITY).stream().map(Cote::name).toList())
                .isEqualTo(sides.isEmpty() ? List.of() : List.of(sides));
    }

    @Test
    void aProgramWithBothRightsEverywhereStandsOnBothSides() {
        var rights = Set.of(DirectoryRights.MANAGE, HabilitationRights.EXAMINE);
        var program = new Visitor.Agent(AGENT, "Essai", new UUID(0, 0), "", Set.of(), rights);
        assertThat(Cote.of(program, CITY)).containsExactly(Cote.DEMANDEUR, Cote.INSTRUCTEUR);
    }

    @Test
    void nobodyOrdersFromTheOtherSide() {
        for (var order : ORDRES.values()) {
            for (var side : Cote.values()) {
                for (var state : states()) {
                    var refused = apply(state, order, side, AGENT) instanceof Issue.PasDeCeCote;
                    assertThat(refused).isNotEqualTo(order.sides().contains(side));
                }
            }
        }
    }

    @Test
    void whatWasGrantedComesBackWhenANewVersionIsRefusedOrGivenUp() {
        var reopened = new Demande.Soumise(dossier(WRITTEN, acquis(12)));
        var refused = after(reopened, new Ordre.Refuser("Sans base"), Cote.INSTRUCTEUR);
        assertThat(refused.dossier().content()).isEqualTo(GRANTED);
        var givenUp = after(reopened, new Ordre.AnnulerReouverture(), Cote.DEMANDEUR);
        assertThat(givenUp.dossier().content()).isEqualTo(GRANTED);
        assertThat(givenUp.dossier().granted()).isEqualTo(1);
    }

    @Test
    void aGrantIsTheNextVersionFromToday() {
        var reopened = new Demande.Soumise(dossier(WRITTEN, acquis(12)));
        var granted = after(reopened, new Ordre.Accorder(), Cote.INSTRUCTEUR).dossier();
        assertThat(granted.acquis()).isEqualTo(new Acquis(2, WRITTEN, TODAY, TODAY.plusMonths(12)));
        assertThat(granted.holdsOn(TODAY)).isTrue();
        assertThat(granted.holdsOn(TODAY.plusMonths(12))).isFalse();
    }

    @Test
    void whoeverFollowsARequestCannotTakeItOver() {
        var state = new Demande.Soumise(dossier(WRITTEN, null));
        assertThat(apply(state, new Ordre.Reprendre(), Cote.DEMANDEUR, OTHER_AGENT))
                .isEqualTo(new Issue.Interdit("habilitations.transfer.same"));
    }

    @Test
    void anInstructorSeesNoDraftAndOfAReopenedOneWhatWasGranted() {
        assertThat(new Demande.Brouillon(dossier(WRITTEN, null)).toExaminer()).isEmpty();
        var reopened = new Demande.Brouillon(dossier(WRITTEN, acquis(12)));
        assertThat(reopened.toExaminer().orElseThrow().dossier().content()).isEqualTo(GRANTED);
    }

    private static List<Demande> states() {
        var fresh = dossier(WRITTEN, null);
        var again = dossier(WRITTEN, acquis(12));
        return List.of(
                new Demande.Brouillon(fresh),
                new Demande.Soumise(fresh),
                new Demande.AModifier(fresh, "À préciser"),
                new Demande.Brouillon(again),
                new Demande.Soumise(again),
                new Demande.AModifier(again, "À préciser"),
                new Demande.Accordee(again),
                new Demande.Accordee(dossier(GRANTED, acquis(0))),
                new Demande.Refusee(fresh, "Sans base"),
                new Demande.Revoquee(again, "Détournement"),
                new Demande.Archivee(fresh));
    }

    private static String outcome(Demande state, Ordre order, Cote side) {
        return switch (apply(state, order, side, AGENT)) {
            case Issue.Fait(_, var after, _) -> after.state();
            case Issue.PasDIci _ -> "-";
            case Issue.Interdit _ -> "!";
            case Issue.PasDeCeCote _ -> "?";
        };
    }

    private static Demande after(Demande state, Ordre order, Cote side) {
        if (apply(state, order, side, AGENT) instanceof Issue.Fait(_, var after, _)) {
            return after;
        }
        throw new AssertionError(state + " does not move by " + order);
    }

    private static Issue apply(Demande state, Ordre order, Cote side, UUID agent) {
        return Regles.apply(state, order, new Regles.Par(side, agent, TODAY));
    }

    private static Ordre ordre(String word) {
        var order = ORDRES.get(word);
        if (order == null) {
            throw new AssertionError("no order is called " + word);
        }
        return order;
    }

    private static Dossier dossier(Contenu content, @Nullable Acquis acquis) {
        var id = new HabilitationId(UUID.randomUUID());
        return new Dossier(id, CITY, OTHER_AGENT, content, acquis, 1);
    }

    /** Granted a month ago, for so many months more. */
    private static Acquis acquis(int months) {
        return new Acquis(1, GRANTED, TODAY.minusMonths(1), TODAY.plusMonths(months));
    }

    private static Contenu content(String title) {
        return new Contenu(
                title,
                "Essai",
                "Délibération d’essai",
                "",
                Map.of("quotient-familial", Set.of("quotient_familial.valeur")),
                Set.of(RequesterKind.USAGER_LUI_MEME),
                12,
                12,
                Contact.NONE,
                Contact.NONE,
                Motivation.NONE,
                Complements.NONE);
    }
}
