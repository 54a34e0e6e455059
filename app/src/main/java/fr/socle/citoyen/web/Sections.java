package fr.socle.citoyen.web;

import fr.socle.ui.Frame;
import fr.socle.ui.Link;
import java.util.List;

/** The sections of the digital file, as tabs. */
public final class Sections {

    private Sections() {}

    /** The tabs, as they stand on the page of this frame. */
    public static List<Link> of(Frame frame) {
        return List.of(
                link(frame, "citoyen.tab.dossiers", "/mon-dossier"),
                link(frame, "citoyen.tab.usages", "/mon-dossier/usages"),
                link(frame, "citoyen.tab.connexions", "/mes-connexions"),
                link(frame, "citoyen.tab.donnees", "/mon-dossier/donnees"),
                link(frame, "citoyen.tab.droits", "/mon-dossier/droits"),
                link(frame, "citoyen.tab.export", "/mon-dossier/export"));
    }

    private static Link link(Frame frame, String label, String href) {
        return new Link(frame.t(label), href, frame.path().equals(href));
    }
}
