package fr.socle.identity.broker;

import org.jspecify.annotations.Nullable;

/**
 * How we are known at a provider.
 *
 * @param endpoints null when the provider publishes them
 * @param owner of our own keys there
 * @param signature the one algorithm with which it signs; null for any that its keys allow
 */
public record Registration(
        String issuer,
        @Nullable Endpoints endpoints,
        String clientId,
        String secret,
        String redirectUri,
        String scope,
        ProviderAuth auth,
        String owner,
        UserinfoForm userinfo,
        @Nullable String signature) {

    /** As most are: by secret, with discovery and a plain userinfo. */
    public static Registration plain(
            String issuer, String clientId, String secret, String redirectUri, String scope) {
        return new Registration(
                issuer,
                null,
                clientId,
                secret,
                redirectUri,
                scope,
                ProviderAuth.CLIENT_SECRET_POST,
                "",
                UserinfoForm.JSON,
                null);
    }

    boolean signsWithSecret() {
        return "HS256".equals(signature);
    }

    @Override
    public String toString() {
        return "Registration[" + issuer + " " + clientId + "]";
    }
}
