package fr.socle.identity.operator;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import fr.socle.house.PublicAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The checks of Web Authentication level 3, sections 7.1 and 7.2, for this house's own address: who
 * uses a key must have been recognised by it (user verification). What make the key is is not asked
 * for.
 */
@Component
class WebAuthn {

    private static final List<PublicKeyCredentialParameters> ALGORITHMS =
            List.of(
                    algorithm(COSEAlgorithmIdentifier.ES256),
                    algorithm(COSEAlgorithmIdentifier.EdDSA),
                    algorithm(COSEAlgorithmIdentifier.RS256));

    /** A key that an authenticator made. */
    record Enrolled(byte[] credential, byte[] attested, long counter) {}

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter attested =
            new AttestedCredentialDataConverter(converter);
    private final PublicAddress address;

    WebAuthn(PublicAddress address) {
        this.address = address;
    }

    /** The host under which keys are made: one made here is asked for nowhere else. */
    String relyingParty() {
        return Objects.requireNonNull(URI.create(address.value()).getHost());
    }

    /** The new key; empty when anything about it is not as it must be. */
    Optional<Enrolled> enrolled(byte[] challenge, byte[] attestationObject, byte[] clientData) {
        try {
            var data =
                    manager.verify(
                            new RegistrationRequest(attestationObject, clientData),
                            new RegistrationParameters(server(challenge), ALGORITHMS, true));
            var authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = authenticator.getAttestedCredentialData();
            return credential == null
                    ? Optional.empty()
                    : Optional.of(
                            new Enrolled(
                                    credential.getCredentialId(),
                                    attested.convert(credential),
                                    authenticator.getSignCount()));
        } catch (DataConversionException | VerificationException refused) {
            return Optional.empty();
        }
    }

    /** The counter that the authenticator tells; empty when the proof does not hold. */
    Optional<Long> proved(PasskeyStore.Verifiable key, byte[] challenge, Assertion assertion) {
        var record =
                new CredentialRecordImpl(
                        new NoneAttestationStatement(),
                        true,
                        null,
                        null,
                        key.counter(),
                        attested.convert(key.attested()),
                        null,
                        null,
                        null,
                        null);
        try {
            var data =
                    manager.verify(
                            new AuthenticationRequest(
                                    assertion.credential(),
                                    assertion.authenticatorData(),
                                    assertion.clientData(),
                                    assertion.signature()),
                            new AuthenticationParameters(server(challenge), record, null, true));
            return Optional.of(Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
        } catch (DataConversionException | VerificationException refused) {
            return Optional.empty();
        }
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(address.value()))
                .rpId(relyingParty())
                .challenge(new DefaultChallenge(Arrays.copyOf(challenge, challenge.length)))
                .build();
    }

    private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier it) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, it);
    }
}
