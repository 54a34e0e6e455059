package fr.socle.exchange.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.exchange.Answer.Reason;
import fr.socle.exchange.Case;
import fr.socle.exchange.Question;
import fr.socle.exchange.Requester;
import fr.socle.exchange.spi.Cases.CaseState;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.Periode;
import fr.socle.kernel.PersonRef;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Every way to be refused, alone and with every other. */
@NullMarked
class DecideTests {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final OrganisationId CITY = new OrganisationId(UUID.randomUUID());
    private static final OrganisationId OTHER = new OrganisationId(UUID.randomUUID());
    private static final AgentId AGENT = new AgentId(UUID.randomUUID());
    private static final PersonRef PARENT = PersonRef.fresh(RANDOM);
    private static final PersonRef STRANGER = PersonRef.fresh(RANDOM);
    private static final IdentitePivot IDENTITY =
            new IdentitePivot(
                    "Ariane",
                    "Fictif",
                    new BirthDate.Day(LocalDate.of(1986, 9, 17)),
                    Gender.FEMALE,
                    new BirthPlace.InFrance(new CodeCommune("33063")));
    private static final HabilitationId ID = new HabilitationId(UUID.randomUUID());

    /** A situation in which all is right, whose parts a test makes wrong one by one. */
    private static final class Situation {
        private boolean known = true;
        private boolean revoked;
        private LocalDate from = LocalDate.of(2026, 1, 1);
        private LocalDate until = LocalDate.of(2027, 1, 1);
        private OrganisationId holder = CITY;
        private String dataSet = "quotient-familial";
        private Set<String> fields = Set.of("valeur");
        private Set<RequesterKind> kinds = EnumSet.allOf(RequesterKind.class);
        private boolean caseKnown = true;
        private PersonRef caseSubject = PARENT;
        private OrganisationId caseHolder = CITY;
        private boolean open = true;
        private Set<AgentId> inCharge = Set.of(AGENT);
        private Requester requester = new Requester.Agent(AGENT, CITY);
        private Case onCase = new Case.Verifie("d-1");

        private Decision decide() {
            var habilitation =
                    new Habilitation(
                            ID,
                            3,
                            holder,
                            "Essai",
                            "essayer",
                            "la loi",
                            Map.of("quotient-familial", Set.of("valeur", "annee")),
                            kinds,
                            new Periode<>(from, until),
                            revoked ? Optional.of(NOW.minusSeconds(1)) : Optional.empty());
            var state = new CaseState(7, "Essai", caseHolder, caseSubject, inCharge, open);
            var question =
                    new Question(
                            ID,
                            dataSet,
                            fields,
                            requester,
                            new Question.Subject(PARENT, IDENTITY),
                            onCase);
            return Decide.decide(
                    known ? Optional.of(habilitation) : Optional.empty(),
                    question,
                    Optional.empty(),
                    caseKnown ? Optional.of(state) : Optional.empty(),
                    NOW);
        }
    }

    private interface Spoiler {
        void spoil(Situation situation);
    }

    private record Wrong(Reason reason, Spoiler spoiler) {}

    /** One spoiler per reason, none of which hides another's. */
    private static final List<Wrong> WRONGS =
            List.of(
                    new Wrong(Reason.HABILITATION_REVOQUEE, it -> it.revoked = true),
                    new Wrong(
                            Reason.HABILITATION_EXPIREE,
                            it -> it.until = LocalDate.of(2026, 11, 22)),
                    new Wrong(Reason.AUTRE_ORGANISATION, it -> it.holder = OTHER),
                    new Wrong(Reason.FINALITE_NON_COUVERTE, it -> it.dataSet = "statut-etudiant"),
                    new Wrong(
                            Reason.DEMANDEUR_NON_COUVERT,
                            it -> it.kinds = EnumSet.of(RequesterKind.AUTOMATE)),
                    new Wrong(Reason.DOSSIER_D_UNE_AUTRE_PERSONNE, it -> it.caseSubject = STRANGER),
                    new Wrong(Reason.DOSSIER_CLOS, it -> it.open = false),
                    new Wrong(
                            Reason.AGENT_NON_CHARGE_DU_DOSSIER,
                            it -> it.inCharge = Set.of(new AgentId(UUID.randomUUID()))));

    @Test
    void whatIsRightIsGrantedWithExactlyTheFieldsAsked() {
        assertThat(new Situation().decide()).isEqualTo(new Decision.Granted(Set.of("valeur"), 3));
    }

    @Test
    void everyCombinationOfWrongsTellsExactlyItsReasons() {
        for (int mask = 1; mask < 1 << WRONGS.size(); mask++) {
            var situation = new Situation();
            var expected = new ArrayList<Reason>();
            for (int i = 0; i < WRONGS.size(); i++) {
                if ((mask & 1 << i) != 0) {
                    WRONGS.get(i).spoiler().spoil(situation);
                    expected.add(WRONGS.get(i).reason());
                }
            }
            assertThat(reasons(situation)).as("mask %d", mask).hasSameElementsAs(expected);
        }
    }

    @Test
    void anUnknownHabilitationAndAnUnknownCaseAreToldTogether() {
        var situation = new Situation();
        situation.known = false;
        situation.caseKnown = false;
        assertThat(reasons(situation))
                .containsExactly(Reason.HABILITATION_INCONNUE, Reason.DOSSIER_INCONNU);
    }

    @Test
    void aFieldThatIsNotCoveredRefusesTheWholeQuestion() {
        var situation = new Situation();
        situation.fields = Set.of("valeur", "enfants");
        assertThat(reasons(situation)).containsExactly(Reason.DONNEE_NON_COUVERTE);
    }

    @Test
    void askingForNothingIsRefused() {
        var situation = new Situation();
        situation.fields = Set.of();
        assertThat(reasons(situation)).containsExactly(Reason.DONNEE_NON_COUVERTE);
    }

    @Test
    void theFirstDayCountsAndTheDayAfterTheLastDoesNot() {
        var first = new Situation();
        first.from = LocalDate.of(2026, 11, 22);
        assertThat(first.decide()).isInstanceOf(Decision.Granted.class);
        var early = new Situation();
        early.from = LocalDate.of(2026, 11, 23);
        assertThat(reasons(early)).containsExactly(Reason.HABILITATION_EXPIREE);
    }

    @Test
    void aCaseOfAnotherOrganisationFoundsNothing() {
        var situation = new Situation();
        situation.caseHolder = OTHER;
        assertThat(reasons(situation)).containsExactly(Reason.AUTRE_ORGANISATION);
    }

    @Test
    void aPersonAsksForTheirOwnDossierOnly() {
        var own = new Situation();
        own.requester = new Requester.UsagerLuiMeme(PARENT, CITY);
        own.inCharge = Set.of();
        assertThat(own.decide()).isInstanceOf(Decision.Granted.class);
        own.requester = new Requester.UsagerLuiMeme(STRANGER, CITY);
        assertThat(reasons(own)).containsExactly(Reason.DOSSIER_D_UNE_AUTRE_PERSONNE);
    }

    @Test
    void onlyAProgramMayDeclareACase() {
        var situation = new Situation();
        situation.onCase = new Case.Declare("régie n° 12");
        assertThat(reasons(situation)).containsExactly(Reason.DOSSIER_INCONNU);
        situation.requester = new Requester.Automate("regie", CITY);
        assertThat(situation.decide()).isInstanceOf(Decision.Granted.class);
        situation.onCase = new Case.Declare("");
        assertThat(situation.decide()).isInstanceOf(Decision.Granted.class);
        situation.kinds = EnumSet.of(RequesterKind.AUTOMATE);
        assertThat(reasons(situation)).containsExactly(Reason.MOTIF_NON_VERIFIE);
    }

    private static List<Reason> reasons(Situation situation) {
        return switch (situation.decide()) {
            case Decision.Granted granted -> throw new AssertionError(granted.toString());
            case Decision.Refused(var reasons) -> reasons;
        };
    }
}
