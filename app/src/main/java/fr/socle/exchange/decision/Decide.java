package fr.socle.exchange.decision;

import fr.socle.exchange.Answer.Reason;
import fr.socle.exchange.Case;
import fr.socle.exchange.Question;
import fr.socle.exchange.Requester;
import fr.socle.exchange.spi.Cases.CaseState;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siret;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides on a question. It knows nothing but its arguments, so that the gateway, a simulation and
 * the tests decide alike. The purpose is the habilitation's: a data set that it does not name is
 * outside of it.
 */
public final class Decide {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Question question;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    private Decide(Question question) {
        this.question = question;
    }

    /**
     * @param habilitation the newest version of the one that the question names; empty when there
     *     is none
     * @param holder the SIRET of the organisation that asks; empty when the directory has none
     * @param onCase the case that the question names, as it is now; empty when there is none, or
     *     when the question only declares one
     */
    public static Decision decide(
            Optional<Habilitation> habilitation,
            Question question,
            Optional<Siret> holder,
            Optional<CaseState> onCase,
            Instant at) {
        return decide(habilitation, question, holder, onCase, Circumstances.ORDINARY, at);
    }

    /** As above, in these circumstances. */
    public static Decision decide(
            Optional<Habilitation> habilitation,
            Question question,
            Optional<Siret> holder,
            Optional<CaseState> onCase,
            Circumstances in,
            Instant at) {
        var decide = new Decide(question);
        decide.recipient(holder);
        habilitation.ifPresentOrElse(
                it -> decide.ground(it, LocalDate.ofInstant(at, PARIS)),
                () -> decide.reasons.add(Reason.HABILITATION_INCONNUE));
        decide.onCase(onCase);
        decide.refuseIf(!in.placed(), Reason.AGENT_HORS_ORGANISATION);
        decide.refuseIf(in.guarded() && decide.declares(), Reason.DOSSIER_PROTEGE);
        return decide.reasons.isEmpty() && habilitation.isPresent()
                ? new Decision.Granted(question.fields(), habilitation.get().version())
                : new Decision.Refused(List.copyOf(decide.reasons));
    }

    private void ground(Habilitation it, LocalDate day) {
        refuseIf(it.revokedAt().isPresent(), Reason.HABILITATION_REVOQUEE);
        refuseIf(!it.validity().contains(day), Reason.HABILITATION_EXPIREE);
        refuseIf(
                !it.organisation().equals(question.requester().organisation()),
                Reason.AUTRE_ORGANISATION);
        refuseIf(!it.requesters().contains(kind()), whoIsMissing());
        refuseIf(
                declares() && !it.requesters().contains(RequesterKind.AUTOMATE_SANS_DOSSIER),
                Reason.MOTIF_NON_VERIFIE);
        var covered = it.fields().get(question.dataSet());
        refuseIf(covered == null, Reason.FINALITE_NON_COUVERTE);
        refuseIf(
                covered != null
                        && (question.fields().isEmpty() || !covered.containsAll(question.fields())),
                Reason.DONNEE_NON_COUVERTE);
    }

    /** Any establishment of the legal unit: an organisation is one, whatever its addresses. */
    private void recipient(Optional<Siret> holder) {
        refuseIf(
                question.recipient().isPresent()
                        && !question.recipient().map(Siret::siren).equals(holder.map(Siret::siren)),
                Reason.DESTINATAIRE_NON_COUVERT);
    }

    private void onCase(Optional<CaseState> onCase) {
        switch (question.onCase()) {
            case Case.Verifie _ ->
                    onCase.ifPresentOrElse(
                            this::verified, () -> reasons.add(Reason.DOSSIER_INCONNU));
            case Case.Declare _ -> refuseIf(!mayDeclare(), Reason.DOSSIER_INCONNU);
            case Case.Presence _ ->
                    refuseIf(
                            !(question.requester() instanceof Requester.UsagerLuiMeme),
                            Reason.DOSSIER_INCONNU);
        }
        if (question.requester() instanceof Requester.UsagerLuiMeme(var person, _)) {
            refuseIf(!isSubject(person), Reason.DOSSIER_D_UNE_AUTRE_PERSONNE);
        }
    }

    /**
     * Because nobody can verify it, it founds only a treatment without an agent of this house; the
     * program of another house may name the agent for whom it asks.
     */
    private boolean mayDeclare() {
        return switch (question.requester()) {
            case Requester.Automate _ -> true;
            case Requester.Agent _ -> question.recipient().isPresent();
            case Requester.UsagerLuiMeme _ -> false;
        };
    }

    private boolean declares() {
        return question.onCase() instanceof Case.Declare && mayDeclare();
    }

    private void verified(CaseState it) {
        refuseIf(
                !it.organisation().equals(question.requester().organisation()),
                Reason.AUTRE_ORGANISATION);
        refuseIf(!isSubject(it.subject()), Reason.DOSSIER_D_UNE_AUTRE_PERSONNE);
        refuseIf(!it.open(), Reason.DOSSIER_CLOS);
        if (question.requester() instanceof Requester.Agent(var agent, _)) {
            refuseIf(!it.inCharge().contains(agent), Reason.AGENT_NON_CHARGE_DU_DOSSIER);
        }
    }

    private void refuseIf(boolean wrong, Reason reason) {
        if (wrong) {
            reasons.add(reason);
        }
    }

    private boolean isSubject(PersonRef person) {
        return question.subject().person().filter(person::equals).isPresent();
    }

    private RequesterKind kind() {
        return switch (question.requester()) {
            case Requester.Agent _ -> RequesterKind.AGENT;
            case Requester.UsagerLuiMeme _ -> RequesterKind.USAGER_LUI_MEME;
            case Requester.Automate _ ->
                    question.onCase() instanceof Case.Declare
                            ? RequesterKind.AUTOMATE_SANS_DOSSIER
                            : RequesterKind.AUTOMATE;
        };
    }

    private Reason whoIsMissing() {
        return kind() == RequesterKind.AUTOMATE_SANS_DOSSIER
                ? Reason.MOTIF_NON_VERIFIE
                : Reason.DEMANDEUR_NON_COUVERT;
    }
}
