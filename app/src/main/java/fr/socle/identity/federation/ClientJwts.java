package fr.socle.identity.federation;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.house.PublicAddress;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.JwtEncryption;
import fr.socle.identity.keys.SigningKeys;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a service gets, signed by us, and inside an envelope that only the service can open when it
 * asked for one (RFC 7519, 5.2: a nested JWT).
 */
@Component
public class ClientJwts {

    /** A service's key that is needed is not to be had: its own fault. */
    public static final class NoKey extends Exception {
        private static final long serialVersionUID = 1;

        private final String why;

        NoKey(String why) {
            super(why);
            this.why = why;
        }

        public String why() {
            return why;
        }
    }

    private final SigningKeys ours;
    private final ClientKeys theirs;
    private final Clients clients;
    private final PublicAddress address;

    ClientJwts(SigningKeys ours, ClientKeys theirs, Clients clients, PublicAddress address) {
        this.ours = ours;
        this.theirs = theirs;
        this.clients = clients;
        this.address = address;
    }

    /**
     * As the id_tokens of this service: who can read those can read this.
     *
     * @param type of the header
     */
    public String likeIdToken(Client client, String type, JWTClaimsSet claims) throws NoKey {
        var keys = client.keys();
        return of(client, keys.idTokenAlg(), type, keys.idTokenEncryption(), claims);
    }

    /**
     * @param type of the header, or null
     * @param encryption null: signed only
     */
    String of(
            Client client,
            JwtAlg algorithm,
            @Nullable String type,
            @Nullable JwtEncryption encryption,
            JWTClaimsSet claims)
            throws NoKey {
        var signed =
                algorithm == JwtAlg.HS256
                        ? bySecret(client, type, claims)
                        : ours.sign(client.federation().code(), algorithm, type, claims);
        return encryption == null ? signed : enveloped(client, encryption, signed);
    }

    private String bySecret(Client client, @Nullable String type, JWTClaimsSet claims)
            throws NoKey {
        var secret =
                clients.secretOf(client.clientId())
                        .orElseThrow(() -> new NoKey("HS256 needs a new secret of this service"));
        var header = new JWSHeader.Builder(JwtAlg.HS256.jws());
        if (type != null) {
            header.type(new JOSEObjectType(type));
        }
        try {
            var signed = new SignedJWT(header.build(), claims);
            signed.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
            return signed.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("a secret of 43 characters signs", broken);
        }
    }

    private String enveloped(Client client, JwtEncryption encryption, String signed) throws NoKey {
        var key =
                theirs.fitting(client, it -> encrypts(it, encryption)).stream()
                        .findFirst()
                        .orElseThrow(() -> new NoKey("no key for " + encryption.code()));
        var header =
                new JWEHeader.Builder(encryption.jwe(), EncryptionMethod.A256GCM)
                        .contentType("JWT")
                        .keyID(key.getKeyID())
                        .issuer(address.of(client.federation().base()))
                        .audience(java.util.List.of(client.clientId()))
                        .build();
        try {
            var sealed = new JWEObject(header, new Payload(signed));
            sealed.encrypt(
                    encryption == JwtEncryption.ECDH_ES
                            ? new ECDHEncrypter(key.toECKey())
                            : new RSAEncrypter(key.toRSAKey()));
            return sealed.serialize();
        } catch (JOSEException unusable) {
            throw new NoKey("a key that does not encrypt: " + unusable.getMessage());
        }
    }

    private static boolean encrypts(JWK key, JwtEncryption encryption) {
        var kind = encryption == JwtEncryption.ECDH_ES ? KeyType.EC : KeyType.RSA;
        var algorithm = key.getAlgorithm();
        return key.getKeyType().equals(kind)
                && !KeyUse.SIGNATURE.equals(key.getKeyUse())
                && (algorithm == null || algorithm.equals(encryption.jwe()));
    }
}
