package fr.socle.demarches.jeton;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.OpinionQuarter;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.jeton.OpinionTokenStore.State;
import fr.socle.demarches.spi.OpinionDoor;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives each decided dossier the means of one opinion, once, by one of two ways. */
@Service
public class OpinionTokens {

    /** The key of the present quarter, as browsers need it. */
    public record Key(OpinionQuarter quarter, RSAPublicKey key) {}

    /**
     * What the page of a decided dossier offers.
     *
     * @param door the path that a token completes
     */
    public record Offer(DemarcheId demarche, Stage stage, String door) {}

    /** How far the dossier is. */
    public enum Stage {
        OPEN,
        ASKED,
        GIVEN
    }

    private final OpinionTokenStore store;
    private final SigningKeys keys;
    private final ObjectProvider<OpinionDoor> door;
    private final Clock clock;

    OpinionTokens(
            OpinionTokenStore store,
            SigningKeys keys,
            ObjectProvider<OpinionDoor> door,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.door = door;
        this.clock = clock;
    }

    /** Empty before the decision, and in a house that gathers no opinions. */
    public Optional<Offer> offer(Depose dossier) {
        var open = door.getIfAvailable();
        return open == null || !dossier.state().decided()
                ? Optional.empty()
                : Optional.of(new Offer(dossier.fiche().demarche(), stage(dossier), open.path()));
    }

    private Stage stage(Depose dossier) {
        return store.find(dossier.id())
                .map(
                        it ->
                                switch (it) {
                                    case ASKED -> Stage.ASKED;
                                    case GIVEN -> Stage.GIVEN;
                                })
                .orElse(Stage.OPEN);
    }

    /** The same key for everybody until the quarter ends. */
    public Key key(DemarcheId demarche) {
        var quarter = OpinionQuarter.now(clock);
        return new Key(quarter, keys.findOrMake(demarche, quarter));
    }

    /**
     * Signs without reading, once for each dossier: that it was done is kept, and nothing of what
     * was signed. An answer that is lost on its way is lost for good.
     */
    @Transactional
    public SigningOutcome sign(Depose dossier, OpinionQuarter quarter, byte[] blinded) {
        if (!dossier.state().decided()) {
            return new SigningOutcome.NotDecided();
        }
        var demarche = dossier.fiche().demarche();
        if (!quarter.equals(OpinionQuarter.now(clock))) {
            return new SigningOutcome.OtherQuarter();
        }
        var known = keys.findOrMake(demarche, quarter);
        var signed =
                BlindSignature.sign(keys.secret(demarche, quarter).orElseThrow(), known, blinded);
        if (signed.isEmpty()) {
            return new SigningOutcome.NoNumber();
        }
        return store.add(dossier.id(), demarche, State.GIVEN)
                ? new SigningOutcome.Signed(signed.get())
                : new SigningOutcome.AlreadyGiven();
    }

    /** The token comes with the letters of the night. Asking twice asks once. */
    public void askLetter(Depose dossier) {
        if (dossier.state().decided()) {
            store.add(dossier.id(), dossier.fiche().demarche(), State.ASKED);
        }
    }
}
