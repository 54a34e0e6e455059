package fr.socle.kernel;

/** Texts that people typed, or wrote into files. */
public final class Texts {

    private Texts() {}

    /**
     * Characters that nobody types and that make a text other than it looks: controls, halves of
     * characters, those that no text may hold, line and direction overrides (Unicode TR 36). Ends
     * of lines and tabs are none of them.
     *
     * @param c a code point
     */
    public static boolean deceives(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                || (c >= 0xD800 && c <= 0xDFFF)
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** At most so many characters, as Java counts them, with an ellipsis and no half of one. */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }
}
