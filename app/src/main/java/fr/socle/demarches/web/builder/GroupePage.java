package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Checker;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Problem;
import fr.socle.demarches.groupe.Groupe;
import fr.socle.directory.Agent;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;

/**
 * One group: its name, its agents, which dossiers come to it.
 *
 * @param eligible the agents who may belong to it, by name
 * @param facts the form of its name and agents
 * @param rule the form of its rule: a condition that stands below every question
 * @param problems what keeps its rule from holding
 */
public record GroupePage(
        Demarche demarche,
        Groupe groupe,
        List<Agent> eligible,
        Form facts,
        ConditionPage rule,
        List<Problem> problems,
        boolean stale)
        implements Page {

    private static final ChampId BELOW = new ChampId("groupe0rule");

    public GroupePage {
        eligible = List.copyOf(eligible);
        problems = List.copyOf(problems);
    }

    static GroupePage of(
            Demarche demarche,
            Groupe groupe,
            List<Agent> eligible,
            String question,
            @Nullable Form sent,
            boolean stale) {
        var below =
                Champ.of(BELOW, groupe.label(), false, new ChampType.Explication())
                        .withCondition(groupe.rule());
        var possible = possible(demarche);
        var source =
                possible.stream()
                        .filter(it -> it.id().value().equals(question))
                        .findFirst()
                        .orElse(null);
        var facts = sent != null && !sent.typed("label").isEmpty() ? sent : null;
        var rule = sent == null || facts != null ? Form.blank() : sent;
        return new GroupePage(
                demarche,
                groupe,
                eligible,
                facts == null ? present(groupe) : facts,
                new ConditionPage(
                        demarche,
                        below,
                        ConditionPage.Rule.CONDITION,
                        "",
                        possible,
                        source,
                        rule,
                        stale),
                Checker.check(with(demarche, below), BELOW),
                stale);
    }

    /** The questions that a rule may read. */
    static List<Champ> possible(Demarche demarche) {
        return demarche.fiche().draft().champs().stream().filter(it -> it.type().asks()).toList();
    }

    public String base() {
        return GroupesController.base(demarche);
    }

    public String path() {
        return base() + "/" + groupe.id();
    }

    public List<Option> agents() {
        return eligible.stream().map(it -> Option.of(it.id().toString(), it.name())).toList();
    }

    @Override
    public int status() {
        if (stale) {
            return 409;
        }
        return facts.ok() && rule.form().ok() ? 200 : 422;
    }

    private static Definition with(Demarche demarche, Champ below) {
        var champs = new ArrayList<>(demarche.fiche().draft().champs());
        champs.add(below);
        return new Definition(champs);
    }

    private static Form present(Groupe groupe) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("label", groupe.label());
        typed.put("agents", groupe.agents().stream().map(Object::toString).toList());
        typed.putAll(groupe.active() ? Map.of("active", List.of("oui")) : Map.of());
        return Form.of(typed);
    }
}
