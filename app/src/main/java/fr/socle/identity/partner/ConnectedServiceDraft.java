package fr.socle.identity.partner;

import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.kernel.EmailAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation says of a service that it connects.
 *
 * @param logoutUris where people may be sent after leaving
 * @param sector empty: its own
 * @param contacts 1 to 5
 */
public record ConnectedServiceDraft(
        String name,
        Federation federation,
        Profile profile,
        List<String> redirectUris,
        List<String> logoutUris,
        @Nullable String backChannelLogoutUri,
        Set<String> scopes,
        String sector,
        boolean pkce,
        Client.Keys keys,
        List<EmailAddress> contacts) {

    public ConnectedServiceDraft {
        redirectUris = List.copyOf(redirectUris);
        logoutUris = List.copyOf(logoutUris);
        scopes = Set.copyOf(scopes);
        contacts = List.copyOf(contacts);
    }

    /** The profiles that a service of this federation may have. */
    public static List<Profile> profiles(Federation federation) {
        return federation.ofUsagers()
                ? List.of(Profile.FRANCECONNECT, Profile.OPENID)
                : List.of(Profile.PROCONNECT, Profile.OPENID);
    }

    /** How a service of this profile may prove itself: the strict contracts know no Basic. */
    public static List<ClientAuth> methods(Profile profile) {
        return switch (profile) {
            case FRANCECONNECT, PROCONNECT ->
                    List.of(ClientAuth.CLIENT_SECRET_POST, ClientAuth.PRIVATE_KEY_JWT);
            case OPENID -> List.of(ClientAuth.values());
        };
    }

    /** The scopes that a service may ask for: {@code idp_sub} is for the pages of this house. */
    public static List<String> scopes(Federation federation) {
        return federation.scopes().keySet().stream()
                .filter(it -> !it.equals("openid") && !it.equals("idp_sub"))
                .toList();
    }

    /** A new client, in the sandbox. */
    Client fresh(String clientId, String organisation, boolean privateSector) {
        return new Client(
                clientId,
                federation,
                name,
                organisation,
                sector.isEmpty() ? clientId : sector,
                redirectUris,
                logoutUris,
                scopes,
                pkce,
                true,
                keys,
                rules(Client.Rules.of(profile), privateSector, true));
    }

    /** The present client with these facts; what only an operator sets stays as it is. */
    Client of(Client present) {
        return new Client(
                present.clientId(),
                present.federation(),
                name,
                present.organisation(),
                present.sector(),
                redirectUris,
                logoutUris,
                scopes,
                pkce,
                present.active(),
                new Client.Keys(
                        keys.auth(),
                        keys.jwksUri(),
                        keys.jwksUri() == null ? present.keys().jwks() : null,
                        keys.idTokenAlg(),
                        keys.idTokenEncryption(),
                        keys.userinfoAlg(),
                        keys.userinfoEncryption()),
                rules(present.rules(), present.rules().privateSector(), present.rules().sandbox()));
    }

    private Client.Rules rules(Client.Rules base, boolean privateSector, boolean sandbox) {
        return new Client.Rules(
                profile,
                base.subjects(),
                privateSector,
                base.identityConsent() || privateSector,
                base.introspects(),
                backChannelLogoutUri,
                base.idpFilter(),
                base.idpFilterExcludes(),
                sandbox,
                base.allowedPrompts(),
                base.hints(),
                base.repScopes(),
                base.ownScopes());
    }

    /** Whether something of what it gets is encrypted, or it proves itself by a key. */
    boolean needsKeys() {
        return keys.auth() == ClientAuth.PRIVATE_KEY_JWT
                || keys.idTokenEncryption() != null
                || keys.userinfoEncryption() != null;
    }
}
