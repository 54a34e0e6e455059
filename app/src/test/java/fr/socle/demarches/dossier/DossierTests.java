package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.DossierState;
import fr.socle.demarches.builder.RevisionId;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.dossier.Dossier.Brouillon;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.PersonRef;
import fr.socle.pieces.PieceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a dossier may become, and what its answers keep. */
class DossierTests {

    private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");
    private static final ChampId CHAMP = new ChampId("quot");
    private static final Valeur VALUE = new Valeur.Nombre(new BigDecimal("872.50"));

    private final NumeroPublic number = NumeroPublic.fresh(new Random(1));

    @Test
    void aDraftIsDepositedExaminedAndAccepted() {
        var deposited = draft().deposer(number, NOW);
        assertThat(deposited.state()).isEqualTo(DossierState.EN_CONSTRUCTION);
        var accepted = deposited.passerEnInstruction(NOW).accepter("Tranche C", NOW);
        assertThat(accepted.state().decided()).isTrue();
        assertThat(accepted.depot().number()).isEqualTo(number);
        assertThat(accepted.decision().motivation()).isEqualTo("Tranche C");
    }

    @Test
    void agentsSeeACorrectionOnlyOnceItIsDeposited() {
        var asked =
                draft().deposer(number, NOW)
                        .demanderCorrection(Correction.Raison.INCORRECTE, "L’école ?", NOW);
        var changed = asked.reponses().with(CHAMP, new Valeur.Nombre(BigDecimal.ONE));
        var written = valid(asked.reprendre(changed));
        assertThat(written.reponses()).isEqualTo(asked.reponses());
        var corrected = valid(written.deposerCorrection());
        assertThat(corrected.reponses()).isEqualTo(changed);
        assertThat(corrected.correction()).isNull();
    }

    @Test
    void nothingIsCorrectedThatNobodyAskedToCorrect() {
        var deposited = draft().deposer(number, NOW);
        assertThat(deposited.reprendre(Reponses.NONE)).isInstanceOf(Parsed.Invalid.class);
        assertThat(deposited.deposerCorrection()).isInstanceOf(Parsed.Invalid.class);
    }

    @Test
    void askingAgainKeepsWhatTheUsagerChangedMeanwhile() {
        var asked =
                draft().deposer(number, NOW)
                        .demanderCorrection(Correction.Raison.INCORRECTE, "Un", NOW);
        var written = valid(asked.reprendre(Reponses.NONE));
        var again = written.demanderCorrection(Correction.Raison.INCORRECTE, "Deux", NOW);
        assertThat(Objects.requireNonNull(again.correction()).reprise()).isEqualTo(Reponses.NONE);
        assertThat(Objects.requireNonNull(again.correction()).message()).isEqualTo("Deux");
    }

    @Test
    void aDecisionIsTakenBackAndAnExaminationGivenUp() {
        var refused = draft().deposer(number, NOW).passerEnInstruction(NOW).refuser("Non", NOW);
        var again = refused.repasserEnInstruction(NOW);
        assertThat(again.state()).isEqualTo(DossierState.EN_INSTRUCTION);
        assertThat(again.reponses()).isEqualTo(refused.reponses());
        assertThat(again.repasserEnConstruction().correction()).isNull();
    }

    @Test
    void anExaminedDossierGoesBackToItsUsager() {
        var back =
                draft().deposer(number, NOW)
                        .passerEnInstruction(NOW)
                        .demanderCorrection(Correction.Raison.INCORRECTE, "L’école ?", NOW);
        assertThat(back.state()).isEqualTo(DossierState.EN_CONSTRUCTION);
        assertThat(back.passerEnInstruction(NOW).state()).isEqualTo(DossierState.EN_INSTRUCTION);
    }

    @Test
    void answersComeBackFromTheirTextAsTheyWere() {
        var piece = PieceId.random();
        var answers =
                Reponses.NONE
                        .given(CHAMP, VALUE, new Provenance.Exchange("ref", "CAF d’essai", NOW))
                        .with(new ChampId("regi"), new Valeur.OuiNon(false))
                        .notObtained(new ChampId("decl"), new Provenance.Decline(NOW))
                        .notObtained(
                                new ChampId("down"), new Provenance.ProviderUnavailable("X", NOW))
                        .notObtained(new ChampId("none"), new Provenance.NotFound("X", NOW))
                        .notObtained(
                                new ChampId("odds"), new Provenance.Unsuitable("ref", "X", NOW))
                        .notObtained(new ChampId("refu"), new Provenance.Refused(NOW))
                        .given(new ChampId("nomn"), VALUE, new Provenance.Federation(NOW))
                        .withJustificatifs(CHAMP, List.of(piece));
        assertThat(ReponsesJson.read(ReponsesJson.write(answers))).isEqualTo(answers);
    }

    @Test
    void decliningRemovesWhatWasGivenAndKeepsWhatWasTyped() {
        var given = Reponses.NONE.given(CHAMP, VALUE, new Provenance.Exchange("ref", "CAF", NOW));
        assertThat(given.notObtained(CHAMP, new Provenance.Decline(NOW)).valeurs()).isEmpty();
        var typed =
                Reponses.NONE
                        .notObtained(CHAMP, new Provenance.ProviderUnavailable("CAF", NOW))
                        .with(CHAMP, VALUE);
        assertThat(typed.notObtained(CHAMP, new Provenance.Decline(NOW)).valeurs())
                .containsEntry(CHAMP, VALUE);
    }

    /**
     * Pressed twice, a button leads to the draft while the first press still asks the providers.
     */
    @Test
    void whatProvidersGaveIsAddedToWhatWasWrittenMeanwhile() {
        var other = new ChampId("regi");
        var typed = new Valeur.OuiNon(true);
        var exchange = new Provenance.Exchange("ref", "CAF d’essai", NOW);
        var came = Reponses.NONE.given(CHAMP, VALUE, exchange);
        var written = Reponses.NONE.with(other, typed);
        assertThat(written.obtained(Reponses.NONE, came)).isEqualTo(came.with(other, typed));
        var chosen = Reponses.NONE.notObtained(CHAMP, new Provenance.Decline(NOW));
        assertThat(chosen.obtained(Reponses.NONE, came)).isEqualTo(chosen);
        var answered = Reponses.NONE.with(CHAMP, typed);
        assertThat(answered.obtained(Reponses.NONE, came)).isEqualTo(answered);
    }

    @Test
    void aLogLineTellsNothingOfThePerson() {
        var answers = new Reponses(Map.of(CHAMP, VALUE), Map.of(), Map.of());
        assertThat(draft().remplir(answers).toString())
                .doesNotContainPattern("\\b872\\b")
                .doesNotContain("Angela");
    }

    private static Brouillon draft() {
        var fiche =
                new Fiche(
                        DossierId.random(),
                        new DemarcheId(UUID.randomUUID()),
                        new RevisionId(UUID.randomUUID()),
                        new Fiche.Guichet(
                                new OrganisationId(UUID.randomUUID()),
                                List.of(new ServiceId(UUID.randomUUID())),
                                "Tarif",
                                "Ville d’essai",
                                "Vie scolaire",
                                12),
                        new Fiche.Usager(
                                PersonRef.fresh(new Random(2)),
                                "Angela Essai",
                                new EmailAddress("a", "example.fr"),
                                "fr"),
                        NOW);
        return new Brouillon(fiche, Reponses.NONE.with(CHAMP, VALUE));
    }

    private static EnConstruction valid(Parsed<EnConstruction> parsed) {
        return parsed.orThrow();
    }
}
