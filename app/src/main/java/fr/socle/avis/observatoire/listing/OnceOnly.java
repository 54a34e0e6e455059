package fr.socle.avis.observatoire.listing;

import fr.socle.kernel.Parsed;

/** How many things known to an administration a procedure asks all the same. */
public sealed interface OnceOnly {

    /** Nobody said. */
    record Unknown() implements OnceOnly {}

    /** The question makes no sense here. */
    record SansObjet() implements OnceOnly {}

    record Counted(int things) implements OnceOnly {}

    OnceOnly UNKNOWN = new Unknown();

    int MOST = 999;

    /** As rows and forms keep it. */
    default String code() {
        return switch (this) {
            case Unknown _ -> "";
            case SansObjet _ -> "sans-objet";
            case Counted(int things) -> Integer.toString(things);
        };
    }

    static Parsed<OnceOnly> parse(String text) {
        if (text.isEmpty() || text.equals("–")) {
            return Parsed.valid(UNKNOWN);
        }
        if (text.equals("sans-objet") || text.equalsIgnoreCase("Non applicable")) {
            return Parsed.valid(new SansObjet());
        }
        return text.matches("[0-9]{1,3}")
                ? Parsed.valid(new Counted(Integer.parseInt(text)))
                : Parsed.invalid("avis.listed.once-only", MOST);
    }
}
