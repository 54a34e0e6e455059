package fr.socle.ui;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/**
 * Renders a part of a page before the parts above it. The summary of errors stands above the fields
 * and names them by labels that only the fields know.
 */
public final class Ahead {

    private Ahead() {}

    /** The part as HTML, already escaped. */
    public static String html(Content part) {
        var output = new StringOutput();
        part.writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
