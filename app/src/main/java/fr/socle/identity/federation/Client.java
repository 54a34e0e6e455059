package fr.socle.identity.federation;

import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.JwtEncryption;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service that relies on a federation.
 *
 * @param sector services of one sector know a person by one subject, others by another
 * @param redirectUris where codes may be sent; one that starts with a slash lies in this house
 * @param logoutUris where a person may be sent after leaving
 * @param scopes all that it may ask for
 * @param needsPkce whether a request without code challenge is refused
 */
public record Client(
        String clientId,
        Federation federation,
        String name,
        String organisation,
        String sector,
        List<String> redirectUris,
        List<String> logoutUris,
        Set<String> scopes,
        boolean needsPkce,
        boolean active,
        Keys keys,
        Rules rules) {

    /**
     * How it proves itself, and how what it gets is signed and encrypted.
     *
     * @param jwksUri where its public keys are, or null
     * @param jwks its public keys themselves (RFC 7517), or null
     * @param idTokenEncryption null: signed only
     * @param userinfoAlg null: plain JSON
     * @param userinfoEncryption null: not encrypted
     */
    public record Keys(
            ClientAuth auth,
            @Nullable String jwksUri,
            @Nullable String jwks,
            JwtAlg idTokenAlg,
            @Nullable JwtEncryption idTokenEncryption,
            @Nullable JwtAlg userinfoAlg,
            @Nullable JwtEncryption userinfoEncryption) {

        public static final Keys STANDARD =
                new Keys(ClientAuth.CLIENT_SECRET_POST, null, null, JwtAlg.ES256, null, null, null);

        /** Whether the secret itself signs or checks something, so that it must be recoverable. */
        public boolean needsSecret() {
            return idTokenAlg == JwtAlg.HS256 || userinfoAlg == JwtAlg.HS256;
        }
    }

    /**
     * What its contract lets it do.
     *
     * @param privateSector a company, which gets no more than its contract says
     * @param identityConsent the person must agree by a tick, and may take it back
     * @param introspects a data provider, which may ask what a token of somebody else is worth
     * @param backChannelLogoutUri where it hears that a person left, or null; one that starts with
     *     a slash lies in this house
     * @param idpFilter providers by their uid
     * @param idpFilterExcludes whether the filter names those it does without, or the only ones
     * @param sandbox not in production yet
     * @param allowedPrompts which it may send in a strict profile beyond « login consent »
     * @param hints the providers that it may name by idp_hint
     * @param repScopes the perimeters of mandates that it accepts; empty: any
     * @param ownScopes what it may have tokens of its own for, without a person; empty: it may not
     */
    public record Rules(
            Profile profile,
            SubjectKind subjects,
            boolean privateSector,
            boolean identityConsent,
            boolean introspects,
            @Nullable String backChannelLogoutUri,
            Set<String> idpFilter,
            boolean idpFilterExcludes,
            boolean sandbox,
            Set<Prompt> allowedPrompts,
            Set<String> hints,
            Set<String> repScopes,
            Set<String> ownScopes) {

        public static final Rules STANDARD = of(Profile.OPENID);

        public Rules {
            idpFilter = Set.copyOf(idpFilter);
            allowedPrompts = Set.copyOf(allowedPrompts);
            hints = Set.copyOf(hints);
            repScopes = Set.copyOf(repScopes);
            ownScopes = Set.copyOf(ownScopes);
        }

        /** Of a service without tokens of its own. */
        public Rules(
                Profile profile,
                SubjectKind subjects,
                boolean privateSector,
                boolean identityConsent,
                boolean introspects,
                @Nullable String backChannelLogoutUri,
                Set<String> idpFilter,
                boolean idpFilterExcludes,
                boolean sandbox,
                Set<Prompt> allowedPrompts,
                Set<String> hints,
                Set<String> repScopes) {
            this(
                    profile,
                    subjects,
                    privateSector,
                    identityConsent,
                    introspects,
                    backChannelLogoutUri,
                    idpFilter,
                    idpFilterExcludes,
                    sandbox,
                    allowedPrompts,
                    hints,
                    repScopes,
                    Set.of());
        }

        /** A public service with nothing special about it. */
        public static Rules of(Profile profile) {
            return new Rules(
                    profile,
                    SubjectKind.PAIRWISE,
                    false,
                    false,
                    false,
                    null,
                    Set.of(),
                    true,
                    false,
                    Set.of(),
                    Set.of(),
                    Set.of());
        }

        /** The same contract, in the sandbox or out of it. */
        public Rules in(boolean sandbox) {
            return new Rules(
                    profile,
                    subjects,
                    privateSector,
                    identityConsent,
                    introspects,
                    backChannelLogoutUri,
                    idpFilter,
                    idpFilterExcludes,
                    sandbox,
                    allowedPrompts,
                    hints,
                    repScopes,
                    ownScopes);
        }

        /** Whether people may come to this service through this provider. */
        public boolean allowsProvider(String uid) {
            return idpFilter.contains(uid) != idpFilterExcludes;
        }
    }

    public Client {
        redirectUris = List.copyOf(redirectUris);
        logoutUris = List.copyOf(logoutUris);
        scopes = Set.copyOf(scopes);
    }

    /** A service of the standard profile. */
    public Client(
            String clientId,
            Federation federation,
            String name,
            String organisation,
            String sector,
            List<String> redirectUris,
            List<String> logoutUris,
            Set<String> scopes,
            boolean needsPkce,
            boolean active) {
        this(
                clientId,
                federation,
                name,
                organisation,
                sector,
                redirectUris,
                logoutUris,
                scopes,
                needsPkce,
                active,
                Keys.STANDARD,
                Rules.STANDARD);
    }

    /** The same service under another contract. */
    public Client with(Keys other, Rules others) {
        return new Client(
                clientId,
                federation,
                name,
                organisation,
                sector,
                redirectUris,
                logoutUris,
                scopes,
                needsPkce,
                active,
                other,
                others);
    }

    /** The same service, switched on or off. */
    public Client switched(boolean on) {
        return new Client(
                clientId,
                federation,
                name,
                organisation,
                sector,
                redirectUris,
                logoutUris,
                scopes,
                needsPkce,
                on,
                keys,
                rules);
    }

    public Profile profile() {
        return rules.profile();
    }

    /**
     * Whether its id_tokens name the session: a strict profile's do only if it hears of its end.
     */
    public boolean hearsOfSessions() {
        return profile() == Profile.OPENID || rules.backChannelLogoutUri() != null;
    }

    public boolean mayReturnTo(String uri, String house) {
        return holds(redirectUris, uri, house);
    }

    public boolean mayLeaveTo(String uri, String house) {
        return holds(logoutUris, uri, house);
    }

    /** Character by character, as the contract wants: no prefix, no normal form. */
    private static boolean holds(List<String> known, String uri, String house) {
        return known.stream().anyMatch(it -> (it.startsWith("/") ? house + it : it).equals(uri));
    }
}
