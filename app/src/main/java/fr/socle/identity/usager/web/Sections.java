package fr.socle.identity.usager.web;

import fr.socle.ui.Frame;
import fr.socle.ui.Link;
import java.util.List;

/** The sections of these pages, as tabs. */
public final class Sections {

    private Sections() {}

    /** The tabs, as they stand on the page of this frame. */
    public static List<Link> of(Frame frame) {
        return List.of(
                link(frame, "identity.mine.tab.sign-ins", "/mes-connexions"),
                link(frame, "identity.mine.tab.devices", "/mes-connexions/appareils"),
                link(frame, "identity.mine.tab.settings", "/mes-connexions/reglages"),
                link(frame, "identity.mine.tab.data", "/mes-connexions/donnees"));
    }

    private static Link link(Frame frame, String label, String href) {
        return new Link(frame.t(label), href, frame.path().equals(href));
    }
}
