package fr.socle.pieces.web;

import fr.socle.pieces.Owner;
import fr.socle.pieces.PieceGuard;
import fr.socle.ui.access.Visitor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The guards of all blocks. A block without one shows its pieces to nobody. */
@Component
class Guards {

    private final Map<String, PieceGuard> guards;

    /**
     * @throws IllegalStateException if two guards watch over one block
     */
    Guards(List<PieceGuard> guards) {
        this.guards =
                guards.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        PieceGuard::block, Function.identity()));
    }

    boolean mayRead(Visitor visitor, Owner owner) {
        var guard = guards.get(owner.block());
        return guard != null && guard.mayRead(visitor, owner);
    }
}
