package fr.socle.identity.partner.web;

import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.meter.Activity;
import fr.socle.identity.partner.meter.Activity.Point;
import fr.socle.identity.partner.meter.Latency;
import fr.socle.identity.partner.meter.Step;
import fr.socle.identity.partner.meter.Window;
import fr.socle.ui.Frame;
import fr.socle.ui.Link;
import fr.socle.ui.Page;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happened to a service's requests.
 *
 * @param live whether the page refreshes itself
 */
public record ActivityPage(ConnectedService service, Activity activity, boolean live)
        implements Page {

    /** Height of the chart, in its own units. */
    public static final int HEIGHT = 120;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM HH:mm");

    public String base() {
        return PartnerDesk.PAGES + "/" + service.id();
    }

    /** This very page, refreshing itself or not. */
    public String href(boolean refreshing) {
        return href(activity.window(), refreshing);
    }

    private String href(Window window, boolean refreshing) {
        return base() + "/activite?periode=" + window.code() + (refreshing ? "" : "&direct=non");
    }

    public List<Link> windows(Frame frame) {
        return Stream.of(Window.values())
                .map(
                        it ->
                                new Link(
                                        frame.t("identity.partner.window." + it.code()),
                                        href(it, live),
                                        it == activity.window()))
                .toList();
    }

    /** The height of a bar that stands for so many. */
    public int height(long count) {
        return (int) (count * HEIGHT / activity.highest());
    }

    public String from(Point point) {
        var format = activity.window() == Window.WEEK ? DAY : HOUR;
        return format.format(point.from().atZone(PARIS));
    }

    /** The steps that have a duration and happened. */
    public List<Step> timed() {
        return Stream.of(Step.AUTHORIZE, Step.TOKEN, Step.USERINFO)
                .filter(it -> activity.latency(it).total() > 0)
                .toList();
    }

    public String within(Frame frame, Latency latency, int percent) {
        var millis = latency.within(percent);
        return millis < 0
                ? frame.t("identity.partner.latency.beyond")
                : frame.t("identity.partner.latency.within", millis);
    }

    /** What an outcome means; one that has no sentence is shown as it is. */
    public static String outcome(Frame frame, String outcome) {
        var key = "identity.partner.outcome." + outcome.replace('_', '-');
        return frame.words().has(key) ? frame.t(key) : outcome;
    }
}
