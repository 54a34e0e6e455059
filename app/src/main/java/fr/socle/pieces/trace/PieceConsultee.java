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
 * Somebody opened a piece. Written by itself before the first byte leaves. The person learns which
 * organisation looked, the data protection officer also which agent.
 */
public record PieceConsultee(PieceId piece, Owner owner, Visitor visitor) implements Entry {

    private static final Kind KIND =
            new Kind("pieces.piece-consultee", Retention.of(Period.ofYears(3)));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(About.of(piece, owner, AUDITEUR, DPO));
        parts.add(reader(Part.readBy(DPO)));
        if (owner.person() != null) {
            parts.add(
                    About.of(piece, owner, PERSONNE)
                            .about(owner.person())
                            .with("organisation", organisation()));
        }
        return parts;
    }

    private Part reader(Part part) {
        return switch (visitor) {
            case Visitor.Anonymous _ -> part.with("anonyme", true);
            case Visitor.Usager _ -> part.with("usager", true);
            case Visitor.Agent agent ->
                    part.with("agent", agent.agent().toString())
                            .with("organisation", agent.organisation().toString());
        };
    }

    private String organisation() {
        return switch (visitor) {
            case Visitor.Anonymous _, Visitor.Usager _ -> "";
            case Visitor.Agent agent -> agent.organisationName();
        };
    }
}
