package fr.socle.bench.identity;

import java.io.IOException;

/** A step of a sign-in, or of what may follow one. */
record Step(String name, Part part, Move move) {

    /** What a step is to a sign-in. */
    enum Part {
        /** The broker works in it. */
        OF_IT,
        /** What the demonstration provider does is not the broker's. */
        ELSEWHERE,
        /** Measured apart; a sign-in is complete without it. */
        AFTER_IT
    }

    /** What is done for one visit. */
    interface Move {
        void make(Visit visit, Hands hands) throws IOException;
    }

    static Step of(String name, Move move) {
        return new Step(name, Part.OF_IT, move);
    }

    static Step after(String name, Move move) {
        return new Step(name, Part.AFTER_IT, move);
    }

    /** The browser, sent to the demonstration provider, is sent back. */
    static Step atTheProvider() {
        return new Step(
                "chez le fournisseur (non compté)",
                Part.ELSEWHERE,
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
