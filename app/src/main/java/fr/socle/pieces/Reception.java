package fr.socle.pieces;

import fr.socle.kernel.Refusal;
import fr.socle.pieces.type.FileKind;

/** What became of a file that somebody sent. */
public sealed interface Reception {

    /**
     * It is durable.
     *
     * @param piece with its id, the type found in its bytes, and its state: held, or readable
     */
    record Received(Piece piece) implements Reception {}

    /** Nothing was kept. */
    sealed interface Refused extends Reception {

        /** Why, for the person who sent it; its key is the machine's code. */
        Refusal refusal();

        /** The status of HTTP that says it to a machine. */
        default int status() {
            return 422;
        }
    }

    /**
     * @param limit in bytes
     */
    record TooLarge(long limit) implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.refused.too-large", Sizes.megabytes(limit));
        }

        @Override
        public int status() {
            return 413;
        }
    }

    record Empty() implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.refused.empty");
        }
    }

    /**
     * @param found the media type that its bytes show
     */
    record TypeNotAccepted(String found, Accepted accepted) implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.refused.type", FileKind.labelOf(found), accepted.labels());
        }

        @Override
        public int status() {
            return 415;
        }
    }

    /** Its name is none, or would make a system run it. */
    record NameRefused(Refusal refusal) implements Refused {}

    /** The sender went away, or its connection did. */
    record Interrupted() implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.refused.interrupted");
        }

        @Override
        public int status() {
            return 400;
        }
    }

    /** The depot is nearly full: nothing is begun that could not end. */
    record NoRoom() implements Refused {
        @Override
        public Refusal refusal() {
            return Refusal.of("pieces.refused.no-room");
        }

        @Override
        public int status() {
            return 507;
        }
    }
}
