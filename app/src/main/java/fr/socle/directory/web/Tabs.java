package fr.socle.directory.web;

import fr.socle.directory.Organisation;
import fr.socle.ui.Frame;
import fr.socle.ui.Link;
import java.util.List;

/** The sister pages of an organisation. */
public final class Tabs {

    private Tabs() {}

    /**
     * @param here the last segment of the address; empty for the first page
     */
    public static List<Link> of(Frame frame, Organisation organisation, String here) {
        return List.of(
                link(frame, organisation, "", here),
                link(frame, organisation, "services", here),
                link(frame, organisation, "agents", here),
                link(frame, organisation, "invitations", here),
                link(frame, organisation, "historique", here));
    }

    public static String base(Organisation organisation) {
        return "/administration/organisations/" + organisation.id();
    }

    /** The way down to a page of an organisation. */
    public static List<Link> trail(Frame frame, Organisation organisation) {
        return List.of(
                Link.to(frame.t("directory.menu.organisations"), "/administration/organisations"),
                Link.to(organisation.name(), base(organisation)));
    }

    private static Link link(Frame frame, Organisation organisation, String segment, String here) {
        return new Link(
                frame.t("directory.tab." + (segment.isEmpty() ? "fiche" : segment)),
                segment.isEmpty() ? base(organisation) : base(organisation) + "/" + segment,
                segment.equals(here));
    }
}
