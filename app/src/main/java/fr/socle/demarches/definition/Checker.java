package fr.socle.demarches.definition;

import fr.socle.kernel.NormalName;
import fr.socle.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a definition, each thing once, in the order of the fields. */
public final class Checker {

    /** Greatest number of fields: the largest published procedure has 648. */
    public static final int MOST_CHAMPS = 1000;

    public static final int LONGEST_LABEL = 1000;
    public static final int LONGEST_HELP = 10_000;

    private final Definition definition;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<ChampId> ids = new HashSet<>();

    private Checker(Definition definition) {
        this.definition = definition;
    }

    /** Every problem; the definition can be published when none is blocking. */
    public static List<Problem> check(Definition definition) {
        var checker = new Checker(definition);
        checker.form();
        checker.siblings(definition.champs(), false);
        checker.siblings(definition.annotations(), false);
        checker.essais();
        return List.copyOf(checker.problems);
    }

    /** Those of one field, as its editor shows them. */
    public static List<Problem> check(Definition definition, ChampId champ) {
        return check(definition).stream().filter(it -> champ.equals(it.champ())).toList();
    }

    /** Whether a condition of this field is refused. */
    public static boolean conditionProblems(Definition definition, Champ champ) {
        return !ConditionCheck.check(definition, champ).isEmpty();
    }

    public static boolean publishable(Definition definition) {
        return check(definition).stream().noneMatch(Problem::blocking);
    }

    private void form() {
        if (definition.all().noneMatch(it -> it.type().asks())) {
            whole("demarches.check.empty");
        }
        if (definition.everything().count() > MOST_CHAMPS) {
            whole("demarches.check.too-many", MOST_CHAMPS);
        }
    }

    private void whole(String key, Object... arguments) {
        problems.add(new Problem(null, "champs", true, Refusal.of(key, arguments)));
    }

    private void essais() {
        definition.essais().stream()
                .flatMap(it -> Essais.failures(definition, it).stream())
                .forEach(it -> problems.add(new Problem(null, "essais", true, it)));
    }

    private void siblings(List<Champ> champs, boolean inBlock) {
        int level = 0;
        var labels = new HashSet<NormalName>();
        for (var champ : champs) {
            problems.addAll(type(champ, champ.type(), inBlock));
            texts(champ, labels);
            source(champ, inBlock);
            problems.addAll(ConditionCheck.check(definition, champ));
            problems.addAll(CalculCheck.check(definition, champ));
            if (champ.type() instanceof ChampType.Titre(var mine)) {
                level(champ, mine, level);
                level = mine;
            }
            siblings(Definition.children(champ), true);
        }
    }

    /** Generic, because a kind checks its own type only. */
    private static <T extends ChampType> List<Problem> type(Champ champ, T type, boolean inBlock) {
        var faults = new Faults(champ, inBlock);
        Kinds.of(type).check(type, faults);
        return faults.problems();
    }

    private void texts(Champ champ, Set<NormalName> labels) {
        if (!ids.add(champ.id())) {
            problems.add(Problem.blocking(champ, "id", "demarches.check.id", champ.id().value()));
        }
        if (champ.label().isBlank()) {
            problems.add(Problem.blocking(champ, "label", "demarches.check.label"));
        } else if (champ.label().length() > LONGEST_LABEL) {
            problems.add(
                    Problem.blocking(
                            champ, "label", "demarches.check.label.length", LONGEST_LABEL));
        } else if (champ.type().asks() && !labels.add(NormalName.of(champ.label()))) {
            problems.add(Problem.warning(champ, "label", "demarches.check.label.twice"));
        }
        if (champ.help().length() > LONGEST_HELP) {
            problems.add(
                    Problem.blocking(champ, "help", "demarches.check.help.length", LONGEST_HELP));
        }
        if (champ.type().asks()) {
            SensitiveWords.in(champ.label())
                    .forEach(it -> warn(champ, "demarches.check.sensitive", it));
        }
    }

    private void warn(Champ champ, String key, String word) {
        problems.add(Problem.warning(champ, "label", key, word));
    }

    private void source(Champ champ, boolean inBlock) {
        var source = champ.source();
        if (source == null) {
            return;
        }
        if (inBlock || definition.isAnnotation(champ.id())) {
            problems.add(Problem.blocking(champ, "source", "demarches.check.source.block"));
        } else if (source instanceof Source.Identite(var claim) && !claim.fits(champ.type())) {
            problems.add(Problem.blocking(champ, "source", "demarches.check.source.type"));
        } else if (!Kinds.of(champ.type()).takesSource()) {
            problems.add(Problem.blocking(champ, "source", "demarches.check.source.type"));
        }
    }

    private void level(Champ champ, int mine, int before) {
        if (mine > before + 1) {
            problems.add(
                    Problem.blocking(champ, "level", "demarches.check.level", mine, before + 1));
        }
    }
}
