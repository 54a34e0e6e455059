package fr.socle.pieces.type;

import fr.socle.kernel.Refusal;

/** Why a file's name was refused. */
public sealed interface NameFault {

    Refusal refusal();

    /** Nothing was left of it. */
    record Missing() implements NameFault {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.name.missing");
        }
    }

    record TooLong(int limit) implements NameFault {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.name.too-long", limit);
        }
    }

    /** It changes the direction of writing, so that {@code exe.fdp} reads {@code pdf.exe}. */
    record Deceptive() implements NameFault {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.name.deceptive");
        }
    }

    /** Systems would run a file of this name, whatever its bytes are. */
    record Runs(String extension) implements NameFault {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.name.runs", extension);
        }
    }
}
