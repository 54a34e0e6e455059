package fr.socle.directory;

import fr.socle.directory.store.AgentStore;
import fr.socle.directory.store.MembershipStore;
import fr.socle.directory.store.SessionStore;
import fr.socle.directory.trail.AccessAct.AdresseUniqueCreee;
import fr.socle.directory.trail.AccessAct.SessionOuverte;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions of agents. The browser holds a secret, the database its hash; what the agent may do is
 * read from the database at each request.
 */
@Component
public class Sessions {

    public static final Duration IDLE = Duration.ofMinutes(30);
    public static final Duration LIFE = Duration.ofHours(12);

    /** How long an address that signs an agent in once works. */
    public static final Duration ADDRESS_LIFE = Duration.ofMinutes(15);

    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final SessionStore store;
    private final AgentStore agents;
    private final MembershipStore memberships;
    private final Secrets secrets;
    private final Written written;

    Sessions(
            SessionStore store,
            AgentStore agents,
            MembershipStore memberships,
            Secrets secrets,
            Written written) {
        this.store = store;
        this.agents = agents;
        this.memberships = memberships;
        this.secrets = secrets;
        this.written = written;
    }

    /**
     * Opens a session and gives its secret, for the agent's browser alone. It is in the journal
     * before it exists. Empty when the agent may not act for this organisation now.
     */
    public Optional<String> open(AgentId agent, OrganisationId organisation) {
        var usable =
                memberships.usable(agent).stream()
                        .anyMatch(it -> it.organisation().equals(organisation));
        if (!usable) {
            return Optional.empty();
        }
        var who = agents.find(agent).orElseThrow();
        written.journal().appendAlone(new SessionOuverte(Actor.of(who), organisation, who));
        return Optional.of(openUnchecked(agent, organisation));
    }

    /** Opens a session for the first organisation of the agent, by name. */
    public Optional<String> openAnywhere(AgentId agent) {
        return memberships.usable(agent).stream()
                .findFirst()
                .flatMap(it -> open(agent, it.organisation()));
    }

    private String openUnchecked(AgentId agent, OrganisationId organisation) {
        var secret = secrets.fresh();
        var now = written.now();
        store.insert(
                UUID.randomUUID(), Secrets.hash(secret), agent, organisation, now, now.plus(LIFE));
        return secret;
    }

    /** Who holds this secret, now. Notes the use, at most once a minute. */
    Optional<SessionStore.Seen> see(String secret) {
        var now = written.now();
        var seen = store.see(Secrets.hash(secret), now, now.minus(IDLE));
        seen.filter(it -> it.touchedAt().isBefore(now.minus(TOUCH_EVERY)))
                .ifPresent(it -> store.touch(it.session(), it.touchedAt(), now));
        return seen;
    }

    /** Acts for another of the agent's organisations from now on. False when it is not his. */
    public boolean actFor(String secret, OrganisationId organisation) {
        return store.act(Secrets.hash(secret), organisation);
    }

    public List<OpenSession> of(AgentId agent) {
        var now = written.now();
        return store.of(agent, now, now.minus(IDLE));
    }

    /** The agent leaves one browser, and {@link AgentLeft} says so. */
    public void close(String secret) {
        var hash = Secrets.hash(secret);
        store.delete(hash);
        written.events().publishEvent(new AgentLeft(hash));
    }

    /** Ends a session for the block that opened it, which kept no more than the hash and knows. */
    public void closeHashed(byte[] secretHash) {
        store.delete(secretHash);
    }

    /**
     * Signs the agent out of every browser; {@link AgentLeft} says so of each, and {@link
     * AgentLeftEverywhere} of what he opened elsewhere.
     */
    @Transactional
    public int closeAll(AgentId agent) {
        var ended = store.deleteAll(agent);
        ended.forEach(it -> written.events().publishEvent(new AgentLeft(it)));
        agents.identitiesOf(agent)
                .forEach(
                        it ->
                                written.events()
                                        .publishEvent(
                                                new AgentLeftEverywhere(it.issuer(), it.sub())));
        return ended.size();
    }

    /** What became of a wish for an address that signs an agent in once. */
    public sealed interface OneTime {

        /**
         * @param path with its query; works for a quarter of an hour
         */
        record Made(String path) implements OneTime {}

        /** There is no such agent, or he may enter nowhere. */
        record Nowhere() implements OneTime {}

        /** He holds a role that whoever asks could not give. */
        record Beyond() implements OneTime {}
    }

    /**
     * An address that signs the agent in once. Whoever makes it could enter as he: so he holds no
     * role that the maker could not give, anywhere.
     *
     * @param grantable codes of the roles that the maker may give
     */
    @Transactional
    public OneTime oneTimeAddress(Actor actor, AgentId agent, List<String> grantable) {
        var places = memberships.usable(agent);
        if (places.isEmpty()) {
            return new OneTime.Nowhere();
        }
        if (!places.stream().allMatch(it -> grantable.containsAll(it.roles()))) {
            return new OneTime.Beyond();
        }
        return new OneTime.Made(address(actor, agent, places.getFirst()));
    }

    /** The same, empty for {@link OneTime.Nowhere}: printed by whoever has the machine. */
    @Transactional
    public Optional<String> oneTimeAddress(AgentId agent) {
        return memberships.usable(agent).stream()
                .findFirst()
                .map(it -> address(Actor.CONSOLE, agent, it));
    }

    private String address(Actor actor, AgentId agent, Membership place) {
        var secret = secrets.fresh();
        store.insertAddress(Secrets.hash(secret), agent, written.now().plus(ADDRESS_LIFE));
        var who = agents.find(agent).orElseThrow();
        written.journal().append(new AdresseUniqueCreee(actor, place.organisation(), who));
        return "/connexion/adresse?code=" + secret;
    }

    /** Whether such an address still opens something. Consumes nothing. */
    public boolean opensByAddress(String code) {
        return store.knowsAddress(Secrets.hash(code), written.now());
    }

    /** Consumes such an address: of two browsers at once, one gets a session. */
    public Optional<String> openByAddress(String code) {
        return store.useAddress(Secrets.hash(code), written.now()).flatMap(this::openAnywhere);
    }

    /** Removes what no longer opens anything. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
    void purge() {
        Instant now = written.now();
        store.purge(now, now.minus(IDLE));
        store.purgeAddresses(now);
    }
}
