package fr.socle.identity.operator;

import fr.socle.directory.Actor;
import fr.socle.directory.AgentId;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.operator.OperatorAct.Deed;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes that each let an operator in once, for who has no key at hand or a browser without scripts.
 * Hundred random bits: nobody guesses one, so that nobody is locked out for trying.
 */
@Component
public class RecoveryCodes {

    public static final int MANY = 10;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;

    private final JdbcClient db;
    private final SecureRandom random;
    private final Trail trail;

    RecoveryCodes(JdbcClient db, SecureRandom random, Trail trail) {
        this.db = db;
        this.random = random;
        this.trail = trail;
    }

    /** How many of this agent's codes still work. */
    public int left(AgentId agent) {
        return db.sql("SELECT count(*) FROM identity.recovery_code WHERE agent = :agent")
                .param("agent", agent.value())
                .query(Integer.class)
                .single();
    }

    /** New codes, told once; those before work no more. */
    @Transactional
    public List<String> renew(Actor actor, AgentId agent) {
        db.sql("DELETE FROM identity.recovery_code WHERE agent = :agent")
                .param("agent", agent.value())
                .update();
        return make(actor, agent, MANY);
    }

    /** One more, for an operator who lost everything; whoever has the machine gives it to him. */
    @Transactional
    public String one(Actor actor, AgentId agent) {
        return make(actor, agent, 1).getFirst();
    }

    private List<String> make(Actor actor, AgentId agent, int many) {
        var codes = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            var code = fresh();
            codes.add(code);
            db.sql(
                            """
                            INSERT INTO identity.recovery_code (hash, agent, made_at)
                            VALUES (:hash, :agent, :now)
                            """)
                    .param("hash", Secrets.hash(plain(code)))
                    .param("agent", agent.value())
                    .param("now", Timestamp.from(trail.now()))
                    .update();
        }
        trail.did(actor, Deed.CODES_SECOURS_FAITS, agent.toString(), String.valueOf(many));
        return codes;
    }

    /** Whose code it was; it works no more. Of two browsers at once, one gets in. */
    @Transactional
    public Optional<AgentId> use(String typed) {
        return db.sql("DELETE FROM identity.recovery_code WHERE hash = :hash RETURNING agent")
                .param("hash", Secrets.hash(plain(typed)))
                .query(UUID.class)
                .optional()
                .map(AgentId::new);
    }

    private String fresh() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 5 == 0 ? "-" : "");
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it was made, whatever blanks, hyphens and small letters it was copied with. */
    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
