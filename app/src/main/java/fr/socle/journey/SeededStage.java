package fr.socle.journey;

import java.util.List;

/** A house without demonstration: its operator is every agent, its usagers are those of a seed. */
final class SeededStage implements Stage {

    /** Consents of a provider, then of this house. */
    private static final int MOST_CONSENTS = 3;

    private static final String CONSENT = "Continuer vers";

    private final Seed seed;
    private final OperatorSteps operator;

    SeededStage(Seed seed, OperatorSteps operator) {
        this.seed = seed;
        this.operator = operator;
    }

    @Override
    public String demarche() {
        return operator.title();
    }

    @Override
    public Screen usager(Screen asking, String person) {
        var usager =
                seed.usagers().stream()
                        .filter(it -> it.name().equals(person))
                        .findFirst()
                        .orElseThrow();
        var page = Doors.door(asking);
        if (page.says(Doors.CHOICE)) {
            page = page.form(usager.provider()).send();
            for (var step : usager.pages()) {
                page = page.offers(step.button()) ? done(page, step) : page;
            }
        }
        for (int i = 0; i < MOST_CONSENTS && page.offers(CONSENT); i++) {
            page = page.form(CONSENT).send();
        }
        return page;
    }

    private static Screen done(Screen page, Seed.Step step) {
        var form = page.form(step.button());
        step.fields().forEach(form::type);
        return form.send();
    }

    /** Before the operator works in the service that is in charge. */
    @Override
    public Browser elsewhere(Browser fresh) {
        return operator.browser();
    }

    @Override
    public Browser inCharge(Browser fresh) {
        operator.join();
        return operator.browser();
    }

    @Override
    public List<String> agents() {
        return List.of(seed.operator().name());
    }

    @Override
    public boolean demonstration() {
        return false;
    }
}
