package fr.socle.demarches.graphql.token;

import fr.socle.demarches.DemarcheId;
import fr.socle.kernel.IpNetwork;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A token to make.
 *
 * @param demarches none: every procedure of the organisation, those to come included
 */
public record JetonDraft(
        String label,
        List<DemarcheId> demarches,
        List<IpNetwork> networks,
        boolean mayWrite,
        Duration life) {

    /** A year: a program that is forgotten loses its access. */
    public static final long DAYS_MAX = 366;

    private static final int LABEL_MAX = 120;
    private static final int MOST_NETWORKS = 20;

    public JetonDraft {
        demarches = List.copyOf(demarches);
        networks = List.copyOf(networks);
    }

    /**
     * Reads {@code label}, {@code portee}, {@code demarches}, {@code reseaux}, {@code acces} and
     * {@code days}; empty when one is wrong, which the form then tells.
     *
     * @param offered ids of the organisation's procedures
     */
    static Optional<JetonDraft> read(Form form, Collection<String> offered) {
        var label = form.required("label", LABEL_MAX);
        var demarches = demarches(form, offered);
        var networks = form.readOptional("reseaux", JetonDraft::networks);
        var access = form.read("acces", Reading.among(List.of("lecture", "ecriture")));
        var days = form.read("days", Reading.whole(1, DAYS_MAX));
        return form.ok()
                ? Optional.of(
                        new JetonDraft(
                                label,
                                demarches,
                                networks.orElse(List.of()),
                                access.orElseThrow().equals("ecriture"),
                                Duration.ofDays(days.orElseThrow())))
                : Optional.empty();
    }

    /** « Toutes » and a choice are told apart on purpose: an empty choice must not open all. */
    private static List<DemarcheId> demarches(Form form, Collection<String> offered) {
        var scope = form.read("portee", Reading.among(List.of("toutes", "choisies"))).orElse("");
        if (!scope.equals("choisies")) {
            return List.of();
        }
        var chosen = form.readAll("demarches", offered);
        if (chosen.isEmpty() && form.error("demarches").isEmpty()) {
            form.reject("demarches", Refusal.of("demarches.jeton.demarches.none"));
        }
        return chosen.stream().flatMap(it -> DemarcheId.of(it).stream()).toList();
    }

    /** Ranges of addresses, apart. Names are not looked up: a name server may change them. */
    private static Parsed<List<IpNetwork>> networks(String text) {
        var networks = new ArrayList<IpNetwork>();
        for (var each : text.strip().split("[\\s,;]+", -1)) {
            try {
                networks.add(IpNetwork.of(each));
            } catch (IllegalArgumentException none) {
                return Parsed.invalid("demarches.jeton.networks.wrong", each);
            }
        }
        return networks.size() > MOST_NETWORKS
                ? Parsed.invalid("demarches.jeton.networks.number", MOST_NETWORKS)
                : Parsed.valid(List.copyOf(networks));
    }
}
