package fr.socle.identity.operator.api;

import fr.socle.identity.broker.ProviderTrial;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.operator.Banner;
import fr.socle.identity.operator.KeyDesk;
import fr.socle.identity.operator.ProviderLine;
import fr.socle.identity.operator.ServiceDesk;
import fr.socle.identity.operator.ServiceLine;
import fr.socle.identity.operator.SignInReferences;
import fr.socle.identity.operator.Statistics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What callers send and get. */
final class Views {

    private Views() {}

    /** A provider that is added. Without levels it vouches for its federation's lowest. */
    record FederatedProviderBody(
            String uid,
            String federation,
            String issuer,
            String client_id,
            String client_secret,
            String label,
            @Nullable String hint,
            @Nullable List<String> levels,
            @Nullable List<String> domains,
            @Nullable Integer position) {}

    /** A provider that is changed. Without secret the one that is there stays. */
    record FederatedProviderChange(
            String issuer,
            String client_id,
            @Nullable String client_secret,
            String label,
            @Nullable String hint,
            List<String> levels,
            @Nullable List<String> domains,
            @Nullable Integer position) {}

    /** In service, or cut off. */
    record ActiveBody(boolean active) {}

    /** On the page of choice, or not. */
    record DisplayBody(boolean display) {}

    record FederatedProviderView(
            String uid,
            String federation,
            @Nullable String issuer,
            String client_id,
            String label,
            String hint,
            List<String> levels,
            List<String> domains,
            int position,
            boolean active,
            boolean display,
            boolean demonstration) {

        static FederatedProviderView of(ProviderLine it) {
            return new FederatedProviderView(
                    it.uid(),
                    it.federation().code(),
                    it.issuer(),
                    it.clientId(),
                    it.shown().label(),
                    it.shown().hint(),
                    it.levels().stream().map(Acr::code).toList(),
                    it.domains(),
                    it.shown().position(),
                    it.active(),
                    it.display(),
                    it.demonstration());
        }
    }

    /** One thing that was looked at: {@code good}, {@code warn} or {@code bad}. */
    record TrialView(String verdict, String code, String about) {
        static TrialView of(ProviderTrial.Line it) {
            var verdict = it.verdict().name().toLowerCase(Locale.ROOT);
            return new TrialView(verdict, it.key(), it.about());
        }
    }

    /** A service that is registered. Without sector it has its own. */
    record RegistrationBody(
            String client_id,
            String federation,
            String name,
            String organisation,
            List<String> redirect_uris,
            @Nullable List<String> post_logout_redirect_uris,
            String scope,
            @Nullable String sector,
            @Nullable Boolean pkce,
            @Nullable Boolean active) {}

    /** A service that is changed. */
    record RegistrationChange(
            String name,
            String organisation,
            List<String> redirect_uris,
            @Nullable List<String> post_logout_redirect_uris,
            String scope,
            @Nullable Boolean pkce) {}

    record RegistrationView(
            String client_id,
            String federation,
            String name,
            String organisation,
            List<String> redirect_uris,
            List<String> post_logout_redirect_uris,
            String scope,
            String sector,
            boolean pkce,
            boolean active,
            @Nullable String client_secret) {

        static RegistrationView of(ServiceLine it, ServiceDesk.@Nullable Written written) {
            return new RegistrationView(
                    it.clientId(),
                    it.federation().code(),
                    it.named().name(),
                    it.named().organisation(),
                    it.allowed().redirectUris(),
                    it.allowed().logoutUris(),
                    String.join(" ", it.allowed().scopes()),
                    it.sector(),
                    it.allowed().needsPkce(),
                    it.active(),
                    written == null ? null : written.secret());
        }
    }

    /** Why a person is shut out, or let in again. */
    record ReasonBody(String reason) {}

    /** A sign-in and whether its person is shut out: neither name nor other sign-ins. */
    record PersonView(
            String reference,
            Instant signed_in_at,
            String client_id,
            String provider,
            boolean blocked,
            @Nullable Instant blocked_since,
            @Nullable String reason) {

        static PersonView of(
                SignInReferences.Found it,
                fr.socle.identity.operator.Blocks.@Nullable Block block) {
            return new PersonView(
                    it.code(),
                    it.at(),
                    it.clientId(),
                    it.provider(),
                    block != null,
                    block == null ? null : block.since(),
                    block == null ? null : block.reason());
        }
    }

    /** A message that is published, from one moment to another (RFC 3339, UTC). */
    record BannerBody(String level, String text_fr, String text_en, String from, String until) {}

    record BannerView(
            String id, String level, String text_fr, String text_en, Instant from, Instant until) {
        static BannerView of(Banner it) {
            return new BannerView(
                    it.id().toString(),
                    it.level(),
                    it.french(),
                    it.english(),
                    it.from(),
                    it.until());
        }
    }

    /** Whose next key is made. */
    record OwnerBody(String owner) {}

    /** A published key: {@code next}, {@code signs} or {@code retired}. */
    record KeyView(String kid, String owner, String stage, Instant from, @Nullable Instant until) {
        static KeyView of(KeyDesk.KeyLine it) {
            var stage = it.stage().name().toLowerCase(Locale.ROOT);
            return new KeyView(it.kid(), it.owner(), stage, it.from(), it.until());
        }
    }

    /** A counter. */
    record CountView(
            LocalDate day,
            String provider,
            String client_id,
            String level,
            String outcome,
            long count) {
        static CountView of(Statistics.Cell it) {
            return new CountView(
                    it.day(), it.provider(), it.clientId(), it.level(), it.outcome(), it.counted());
        }
    }
}
