package fr.socle.identity.operator;

import com.nimbusds.jose.util.Base64URL;
import fr.socle.directory.Actor;
import fr.socle.directory.AgentId;
import fr.socle.identity.operator.OperatorAct.Deed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The passkeys of operators: made, named, taken away, and asked for. */
@Component
public class Passkeys {

    private static final String SIGN_IN = "sign-in";
    private static final int MOST = 10;

    /**
     * What a browser needs to make a key, or to use one.
     *
     * @param user the agent's handle; empty to use one
     * @param known the keys that count, or that exist already: credentials in base64url
     */
    public record Offer(String challenge, String relyingParty, String user, List<String> known) {
        public Offer {
            known = List.copyOf(known);
        }
    }

    private final PasskeyStore store;
    private final Challenges challenges;
    private final WebAuthn webAuthn;
    private final Trail trail;

    Passkeys(PasskeyStore store, Challenges challenges, WebAuthn webAuthn, Trail trail) {
        this.store = store;
        this.challenges = challenges;
        this.webAuthn = webAuthn;
        this.trail = trail;
    }

    public List<Passkey> of(AgentId agent) {
        return store.of(agent.value());
    }

    /** Makes a key of this agent's possible, within five minutes. */
    public Offer toEnrol(AgentId agent) {
        return new Offer(
                challenges.fresh(enrolling(agent)),
                webAuthn.relyingParty(),
                text(handle(agent)),
                of(agent).stream().map(it -> text(it.credential())).toList());
    }

    /** Whoever holds a key that is enrolled: the authenticator offers those of this address. */
    public Offer toSignIn() {
        return new Offer(challenges.fresh(SIGN_IN), webAuthn.relyingParty(), "", List.of());
    }

    /** Enrols what the authenticator made; the errors are the form's. */
    @Transactional
    public Optional<Passkey> enrol(Actor actor, AgentId agent, Form form) {
        var label = form.required("label", 80);
        var attestation = Assertion.bytes(form, "attestation");
        var clientData = Assertion.bytes(form, "client_data");
        if (of(agent).size() >= MOST) {
            form.reject("label", Refusal.of("identity.passkey.many", MOST));
        }
        if (!form.ok()) {
            return Optional.empty();
        }
        var challenge = challenge(clientData);
        var made =
                challenges.consume(enrolling(agent), challenge)
                        ? webAuthn.enrolled(challenge, attestation, clientData)
                        : Optional.<WebAuthn.Enrolled>empty();
        var kept = made.flatMap(it -> keep(actor, agent, label, it));
        if (kept.isEmpty()) {
            form.reject("label", Refusal.of("identity.passkey.refused"));
        }
        return kept;
    }

    private Optional<Passkey> keep(
            Actor actor, AgentId agent, String label, WebAuthn.Enrolled made) {
        var key =
                new Passkey(
                        UUID.randomUUID(),
                        agent.value(),
                        made.credential(),
                        label,
                        trail.now(),
                        null);
        if (!store.insert(key, made.attested(), made.counter())) {
            return Optional.empty();
        }
        trail.did(actor, Deed.PASSKEY_INSCRITE, key.id().toString(), label);
        return Optional.of(key);
    }

    /** Whose key answered; empty when the proof does not hold, for whatever reason. */
    @Transactional
    public Optional<AgentId> proved(Assertion assertion) {
        var challenge = challenge(assertion.clientData());
        if (!challenges.consume(SIGN_IN, challenge)) {
            return Optional.empty();
        }
        var known = store.byCredential(assertion.credential());
        var counter = known.flatMap(it -> webAuthn.proved(it, challenge, assertion));
        if (known.isEmpty() || counter.isEmpty()) {
            return Optional.empty();
        }
        store.used(known.get().key().id(), counter.get(), trail.now());
        return Optional.of(new AgentId(known.get().key().agent()));
    }

    /** False when the key is not this agent's. */
    @Transactional
    public boolean rename(Actor actor, AgentId agent, UUID id, String label) {
        var renamed = store.rename(agent.value(), id, label);
        if (renamed) {
            trail.did(actor, Deed.PASSKEY_RENOMMEE, id.toString(), label);
        }
        return renamed;
    }

    @Transactional
    public boolean remove(Actor actor, AgentId agent, UUID id) {
        var removed = store.delete(agent.value(), id);
        if (removed) {
            trail.did(actor, Deed.PASSKEY_RETIREE, id.toString(), "");
        }
        return removed;
    }

    private static String enrolling(AgentId agent) {
        return "enrol/" + agent;
    }

    private static byte[] handle(AgentId agent) {
        return ByteBuffer.allocate(16)
                .putLong(agent.value().getMostSignificantBits())
                .putLong(agent.value().getLeastSignificantBits())
                .array();
    }

    /** The challenge that the client says it answers; empty when it says none. */
    private static byte[] challenge(byte[] clientData) {
        try {
            var said =
                    JsonMapper.shared()
                            .readTree(new String(clientData, StandardCharsets.UTF_8))
                            .path("challenge")
                            .asString("");
            return new Base64URL(said).decode();
        } catch (JacksonException nonsense) {
            return new byte[0];
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
