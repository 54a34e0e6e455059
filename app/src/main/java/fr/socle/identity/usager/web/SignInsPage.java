package fr.socle.identity.usager.web;

import fr.socle.identity.usager.Line;
import fr.socle.identity.usager.LineFilter.Sort;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;

/**
 * Where a person signed in, and what they decided.
 *
 * @param services those to choose from, by name
 * @param providers likewise
 * @param form what is chosen
 */
public record SignInsPage(
        List<Line> lines,
        Pagination pagination,
        List<String> services,
        List<String> providers,
        Form form)
        implements Page {

    public SignInsPage {
        lines = List.copyOf(lines);
        services = List.copyOf(services);
        providers = List.copyOf(providers);
    }

    public List<Option> options(List<String> names) {
        return names.stream().map(it -> Option.of(it, it)).toList();
    }

    public List<Option> sorts(Frame frame) {
        return Arrays.stream(Sort.values())
                .filter(it -> it != Sort.CONNEXIONS)
                .map(it -> Option.of(it.code(), frame.t("identity.mine.sort." + it.code())))
                .toList();
    }

    public List<Option> periods(Frame frame) {
        return SignInsController.PERIODS.stream()
                .map(it -> Option.of(it.toString(), frame.t("identity.mine.period.days", it)))
                .toList();
    }

    public boolean filtered() {
        return List.of("sorte", "service", "compte", "depuis").stream()
                .anyMatch(it -> !form.typed(it).isEmpty());
    }
}
