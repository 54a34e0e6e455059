package fr.socle.exchange.desk.api;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.DataSet.Field;
import fr.socle.exchange.desk.ProviderLine;
import fr.socle.exchange.provider.Authority;
import fr.socle.exchange.provider.ClientCertificate;
import fr.socle.exchange.provider.ProviderLook;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What callers send and get. */
final class Views {

    private Views() {}

    /**
     * A data provider.
     *
     * @param data_set a description, or the code of a data set that the house knows
     * @param test whom it may be asked about to try it: {@code nomNaissance=ESSAI}
     */
    record DataProviderBody(
            String name, String base_url, DataSet data_set, @Nullable List<String> test) {}

    /** How it lets us in; without {@code token} the secret that is there stays. */
    record DataProviderAccess(DataProviderCredential auth, @Nullable String token) {}

    /**
     * @param kind {@code bearer}, {@code api-key} (with {@code header}), {@code oauth2} (with
     *     {@code token_url}, {@code client_id}, {@code scope}) or {@code certificate}
     */
    record DataProviderCredential(
            String kind,
            @Nullable String header,
            @Nullable String token_url,
            @Nullable String client_id,
            @Nullable String scope) {}

    /**
     * A client certificate and its key.
     *
     * @param file PKCS#12 in base64, or PEM
     */
    record DataProviderCertificate(String file, @Nullable String password) {}

    /**
     * The authorities that alone vouch for the provider.
     *
     * @param file PEM
     */
    record DataProviderAuthority(String file) {}

    /** In service, or cut off. */
    record DataProviderActive(boolean active) {}

    /**
     * @param reason why it is tried, 10 to 500 characters
     * @param recipient a SIRET
     * @param test outside of production: whom to ask about instead of the description's test case
     */
    record DataProviderTrial(String reason, String recipient, @Nullable List<String> test) {}

    record DataProviderCertificateView(String subject, Instant until, String sha256) {
        static DataProviderCertificateView of(ClientCertificate it) {
            return new DataProviderCertificateView(it.subject(), it.until(), it.fingerprint());
        }

        static List<DataProviderCertificateView> of(Authority them) {
            return them.lines().stream()
                    .map(
                            it ->
                                    new DataProviderCertificateView(
                                            it.subject(), it.until(), it.fingerprint()))
                    .toList();
        }
    }

    /**
     * @param state {@code preparation}, {@code service} or {@code coupe}
     * @param secret whether one is there
     * @param authority who alone vouches for it; empty when those do whom the Java runtime believes
     */
    record DataProviderView(
            String code,
            String name,
            @Nullable String base_url,
            String state,
            boolean demonstration,
            Map<String, String> auth,
            boolean secret,
            @Nullable DataProviderCertificateView certificate,
            List<DataProviderCertificateView> authority,
            List<String> test,
            DataSet data_set) {

        static DataProviderView of(ProviderLine it) {
            return new DataProviderView(
                    it.code(),
                    it.name(),
                    it.demonstration() ? null : it.base(),
                    it.state().name().toLowerCase(Locale.ROOT),
                    it.demonstration(),
                    it.access().credential().members(),
                    it.access().secret(),
                    it.access().certificate().map(DataProviderCertificateView::of).orElse(null),
                    it.access().authority().map(DataProviderCertificateView::of).orElse(List.of()),
                    it.test().stream().map(one -> one.name() + "=" + one.value()).toList(),
                    it.set());
        }
    }

    /**
     * What was seen of a provider that was tried; never a value.
     *
     * @param status of its answer; 0 when there was none
     * @param failure null when it answered as its description says, or does not know the subject
     * @param unnamed pointers to what no field names
     */
    record DataProviderSeen(
            int status,
            long milliseconds,
            @Nullable String failure,
            boolean found_subject,
            @Nullable String broken,
            List<String> found,
            List<String> missing,
            List<String> unnamed) {

        static DataProviderSeen of(ProviderLook look) {
            var took = look.took().toMillis();
            return switch (look) {
                case ProviderLook.Answered(var seen, _) ->
                        new DataProviderSeen(
                                200,
                                took,
                                null,
                                true,
                                seen.broken(),
                                codes(seen.found()),
                                codes(seen.missing()),
                                seen.unnamed());
                case ProviderLook.NotFound(var status, _, _) -> empty(status, took, null);
                case ProviderLook.Failed(var status, var failure, _) ->
                        empty(status, took, failure.name());
            };
        }

        private static DataProviderSeen empty(int status, long took, @Nullable String failure) {
            return new DataProviderSeen(
                    status, took, failure, false, null, List.of(), List.of(), List.of());
        }

        private static List<String> codes(List<Field> fields) {
            return fields.stream().map(Field::code).toList();
        }
    }
}
