package fr.socle.bench.identity;

import java.io.IOException;

/**
 * A step of a sign-in.
 *
 * @param counted whether the broker works in it: what the demonstration provider does is not its
 */
record Step(String name, boolean counted, Move move) {

    /** What is done for one visit. */
    interface Move {
        void make(Visit visit, Hands hands) throws IOException;
    }

    static Step of(String name, Move move) {
        return new Step(name, true, move);
    }

    /** The browser, sent to the demonstration provider, is sent back. */
    static Step atTheProvider() {
        return new Step(
                "chez le fournisseur (non compté)",
                false,
                (visit, hands) -> {
                    var cookie = DemonstrationProvider.COOKIE + "=" + visit.person();
                    visit.came(
                            hands.provider()
                                    .get(
                                            visit.last().location(),
                                            java.util.Map.of("Cookie", cookie))
                                    .expect(303));
                });
    }
}
