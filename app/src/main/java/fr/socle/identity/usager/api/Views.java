package fr.socle.identity.usager.api;

import fr.socle.identity.usager.FraudReport;
import fr.socle.identity.usager.store.FraudStore.Summary;
import fr.socle.identity.usager.store.LineStore.SignIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What the API tells and what it reads. */
final class Views {

    private Views() {}

    @Schema(description = "Une fraude signalée, sans son récit")
    record SummaryView(
            @Schema(example = "2026-000042") String number,
            Instant reportedAt,
            @Schema(example = "connexion-inconnue") String nature,
            @Schema(description = "Si la personne était identifiée") boolean signedIn,
            @Schema(allowableValues = {"recu", "pris-en-charge", "clos"}) String state) {

        static SummaryView of(Summary it) {
            return new SummaryView(
                    it.number(),
                    it.reportedAt(),
                    it.nature().code(),
                    it.signedIn(),
                    it.state().code());
        }
    }

    @Schema(description = "Une fraude signalée")
    record ReportView(
            @Schema(example = "2026-000042") String number,
            Instant reportedAt,
            @Schema(example = "connexion-inconnue") String nature,
            boolean signedIn,
            @Schema(description = "Code d’identification donné, ou vide") String code,
            String story,
            String email,
            @Schema(allowableValues = {"recu", "pris-en-charge", "clos"}) String state,
            @Schema(description = "Les connexions qui portent ce code") List<SignInView> signIns) {

        static ReportView of(FraudReport it, List<SignIn> signIns) {
            return new ReportView(
                    it.number(),
                    it.reportedAt(),
                    it.nature().code(),
                    it.person() != null,
                    it.code(),
                    it.words().story(),
                    it.words().email(),
                    it.state().code(),
                    signIns.stream().map(SignInView::of).toList());
        }
    }

    @Schema(description = "Une connexion, sans la personne")
    record SignInView(String service, String provider, Instant at) {

        static SignInView of(SignIn it) {
            return new SignInView(it.service(), it.provider(), it.at());
        }
    }

    @Schema(description = "Où en est le signalement")
    record StateView(String number, String state) {}

    @Schema(description = "Clôture")
    record ClosingBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 2000) String suite) {}
}
