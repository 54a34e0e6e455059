package fr.socle.pieces.web;

import fr.socle.pieces.Accepted;
import fr.socle.pieces.Family;
import fr.socle.pieces.Owner;
import fr.socle.pieces.PieceGuard;
import fr.socle.pieces.Uploads;
import fr.socle.ui.UiSettings;
import fr.socle.ui.access.Visitor;
import org.springframework.stereotype.Component;

/**
 * The owner of what is tried out on the demonstration page: this block itself. Everyone may read
 * it, but only in a demonstration.
 */
@Component
class Demonstration implements PieceGuard {

    static final Owner OWNER = Owner.of("pieces", "demonstration");
    static final int MOST_PIECES = 20;
    static final Accepted ACCEPTED =
            Accepted.of(200_000_000, Family.PDF, Family.IMAGES, Family.BUREAUTIQUE, Family.TEXTE);
    static final Uploads.Limits LIMITS = new Uploads.Limits(5, 2000, 201_000_000);

    private final UiSettings settings;

    Demonstration(UiSettings settings) {
        this.settings = settings;
    }

    boolean isOn() {
        return settings.demonstration();
    }

    @Override
    public String block() {
        return OWNER.block();
    }

    @Override
    public boolean mayRead(Visitor visitor, Owner owner) {
        return isOn() && owner.reference().equals(OWNER.reference());
    }
}
