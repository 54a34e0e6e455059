package fr.socle.pieces.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.pieces.Owner;
import fr.socle.pieces.PieceId;
import fr.socle.ui.access.Visitor;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * An agent asked for a piece that is not for him, and got nothing. The person learns which
 * organisation asked, the data protection officer also which agent.
 */
public record PieceRefusee(PieceId piece, Owner owner, Visitor.Agent agent) implements Entry {

    private static final Kind KIND =
            new Kind("pieces.piece-refusee", Retention.of(Period.ofYears(3)));

    private static final String WHY =
            "Une personne qui n’est pas chargée de votre dossier a demandé une pièce jointe :"
                    + " rien ne lui a été montré.";

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(About.of(piece, owner, AUDITEUR, DPO));
        parts.add(
                Part.readBy(DPO)
                        .with("agent", agent.agent().toString())
                        .with("organisation", agent.organisation().toString()));
        if (owner.person() != null) {
            parts.add(
                    About.of(piece, owner, PERSONNE)
                            .about(owner.person())
                            .with("organisation", agent.organisationName())
                            .with("motif", WHY));
        }
        return parts;
    }
}
