package fr.socle.avis;

import fr.socle.demarches.DemarcheId;
import java.util.Optional;
import java.util.UUID;

/** Names what is judged: a procedure of this house, or a service that is only listed here. */
public record JudgedId(UUID value) {

    /** A procedure is judged under its own number. */
    public static JudgedId of(DemarcheId demarche) {
        return new JudgedId(demarche.value());
    }

    /** Reads what came from outside. */
    public static Optional<JudgedId> of(String text) {
        return DemarcheId.of(text).map(JudgedId::of);
    }

    public DemarcheId demarche() {
        return new DemarcheId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
