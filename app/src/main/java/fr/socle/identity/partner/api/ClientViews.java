package fr.socle.identity.partner.api;

import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.check.Finding;
import fr.socle.identity.partner.meter.Activity;
import fr.socle.kernel.EmailAddress;
import fr.socle.ui.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API tells and what it reads. Members are named as in RFC 7591 where it has a name. */
final class ClientViews {

    private ClientViews() {}

    @Schema(description = "Un service connecté ; son secret n’est donné qu’à la création")
    record ClientView(
            String client_id,
            @Nullable String client_secret,
            UUID organisation,
            String client_name,
            @Schema(example = "citoyens") String federation,
            @Schema(example = "franceconnect") String profile,
            @Schema(allowableValues = {"sandbox", "requested", "production"}) String stage,
            boolean active,
            List<String> redirect_uris,
            List<String> post_logout_redirect_uris,
            @Nullable String backchannel_logout_uri,
            List<String> scopes,
            String sector,
            String token_endpoint_auth_method,
            @Nullable String jwks_uri,
            String id_token_signed_response_alg,
            @Nullable String id_token_encrypted_response_alg,
            @Nullable String userinfo_signed_response_alg,
            @Nullable String userinfo_encrypted_response_alg,
            boolean require_pkce,
            List<String> contacts,
            @Schema(description = "Jusqu’à quand l’ancien secret est accepté")
                    @Nullable Instant previous_secret_until,
            @Schema(description = "À renvoyer dans If-Match") long version) {

        static ClientView of(ConnectedService it, @Nullable String secret) {
            var client = it.client();
            var keys = client.keys();
            return new ClientView(
                    it.id(),
                    secret,
                    it.organisation().value(),
                    client.name(),
                    client.federation().code(),
                    client.profile().code(),
                    it.stage().code(),
                    client.active(),
                    client.redirectUris(),
                    client.logoutUris(),
                    client.rules().backChannelLogoutUri(),
                    client.scopes().stream().sorted().toList(),
                    client.sector(),
                    keys.auth().code(),
                    keys.jwksUri(),
                    keys.idTokenAlg().name(),
                    keys.idTokenEncryption() == null ? null : keys.idTokenEncryption().code(),
                    keys.userinfoAlg() == null ? null : keys.userinfoAlg().name(),
                    keys.userinfoEncryption() == null ? null : keys.userinfoEncryption().code(),
                    client.needsPkce(),
                    it.contacts().stream().map(EmailAddress::value).toList(),
                    it.previousUntil(),
                    it.version());
        }
    }

    @Schema(description = "Ce que l’on dit d’un service")
    record ClientBody(
            @Schema(
                            description =
                                    "À l’inscription seulement, et par un jeton d’API seulement : l’organisation du service")
                    @Nullable UUID organisation,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 120)
                    String client_name,
            @Schema(
                            description =
                                    "À l’inscription seulement : citoyens, citoyens-plus, agents, ou une autre de cette maison",
                            example = "citoyens")
                    String federation,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"franceconnect", "proconnect", "openid"})
                    String profile,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<String> redirect_uris,
            List<String> post_logout_redirect_uris,
            @Nullable String backchannel_logout_uri,
            List<String> scopes,
            @Schema(description = "À l’inscription seulement : le secteur d’un autre service")
                    @Nullable String sector,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {
                                "client_secret_post",
                                "client_secret_basic",
                                "private_key_jwt"
                            })
                    String token_endpoint_auth_method,
            @Nullable String jwks_uri,
            @Nullable String id_token_signed_response_alg,
            @Nullable String id_token_encrypted_response_alg,
            @Nullable String userinfo_signed_response_alg,
            @Nullable String userinfo_encrypted_response_alg,
            @Nullable Boolean require_pkce,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<String> contacts) {}

    @Schema(description = "Combien de jours l’ancien secret reste accepté")
    record SecretBody(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"0", "1", "7", "30"})
                    int overlap) {}

    record ActiveBody(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean active) {}

    @Schema(description = "L’étape voulue ; « production » depuis « sandbox » en fait la demande")
    record StageBody(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"sandbox", "production"})
                    String stage) {}

    @Schema(description = "La décision de l’opérateur sur une demande d’ouverture")
    record DecisionBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean granted,
            @Schema(description = "Obligatoire pour un renvoi", maxLength = 500)
                    @Nullable String why) {}

    @Schema(description = "Ce que le service envoie, comme sur la page de vérification")
    record CheckBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 16_000)
                    String request) {}

    record FindingView(
            @Schema(allowableValues = {"good", "warn", "bad"}) String kind,
            String parameter,
            @Schema(example = "identity.check.authorize.missing") String code,
            String detail,
            String answer) {

        static FindingView of(Finding it, Words words) {
            return new FindingView(
                    it.kind(), it.parameter(), it.what().key(), words.of(it.what()), it.answer());
        }
    }

    record CheckView(List<FindingView> findings) {}

    record KeysView(List<String> keys, List<FindingView> findings) {}

    record OutcomeView(
            @Schema(allowableValues = {"authorize", "token", "userinfo", "sign-in"}) String step,
            String outcome,
            long total,
            @Schema(description = "Millisecondes, une borne ; -1 au-delà de 2500") long p50,
            long p95) {}

    record PointView(Instant from, long sign_ins, long errors) {}

    @Schema(description = "Des nombres, sans aucune personne")
    record ActivityView(Instant at, List<OutcomeView> outcomes, List<PointView> points) {

        static ActivityView of(Activity it) {
            return new ActivityView(
                    it.at(),
                    it.lines().stream().map(ActivityView::line).toList(),
                    it.points().stream()
                            .map(p -> new PointView(p.from(), p.signIns(), p.errors()))
                            .toList());
        }

        private static OutcomeView line(Activity.Line it) {
            var latency = it.latency();
            return new OutcomeView(
                    it.step().code(),
                    it.outcome(),
                    latency.total(),
                    latency.within(50),
                    latency.within(95));
        }
    }
}
