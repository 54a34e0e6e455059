package fr.socle.demarches.web.papier;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Choices;
import fr.socle.demarches.definition.ChoixLies;
import fr.socle.demarches.definition.Civilite;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.web.builder.Labels;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form to print: the same questions in the same order, with the same conditions in words.
 *
 * @param services the names of those to whom it is sent
 */
public record PapierPage(PublishedRevision revision, String organisation, List<String> services)
        implements Page {

    private static final int LONG_TEXT_LINES = 5;

    /**
     * One thing on the paper.
     *
     * @param number of a question, from 1, or of a block's question, as in {@code 4.1}; empty for
     *     what asks nothing
     */
    public record Item(String number, Champ champ, List<Item> inside) {
        public Item {
            inside = List.copyOf(inside);
        }

        /** The level of a title, from 2 below the form's own; 0 for anything else. */
        public int level() {
            return champ.type() instanceof ChampType.Titre(var level) ? level + 1 : 0;
        }

        public boolean note() {
            return champ.type() instanceof ChampType.Explication;
        }

        public boolean computed() {
            return champ.type() instanceof Calcul;
        }

        public boolean joined() {
            return champ.type() instanceof ChampType.Pieces;
        }

        /** What is ticked; empty where something is written. */
        public List<String> boxes(Frame frame) {
            return switch (champ.type()) {
                case ChampType.OuiNon _ -> List.of(frame.t("ui.yes"), frame.t("ui.no"));
                case ChampType.CaseACocher _ -> List.of(champ.label());
                case Civilite _ -> List.of("Madame", "Monsieur");
                case ChampType.Choix list when list.list().size() <= Choices.SHOWN_WHOLE ->
                        options(frame, list);
                default -> List.of();
            };
        }

        private static List<String> options(Frame frame, ChampType.Choix list) {
            var own =
                    list.other()
                            ? Stream.of(frame.t("demarches.papier.other"))
                            : Stream.<String>empty();
            return Stream.concat(list.options().stream(), own).toList();
        }

        /** How it is answered, where the blank line alone does not say it; null: it does. */
        public @Nullable String how(Frame frame) {
            return switch (champ.type()) {
                case ChampType.Choix list when list.multiple() ->
                        frame.t("demarches.papier.several");
                case ChampType.Jour _ -> frame.t("demarches.papier.day");
                case ChampType.Adresse _ -> frame.t("demarches.papier.address");
                case ChoixLies lies -> linked(lies);
                case ChampType.Nombre nombre when !nombre.unit().isBlank() ->
                        frame.t("demarches.papier.unit", nombre.unit());
                default -> null;
            };
        }

        private static String linked(ChoixLies lies) {
            return String.join(
                    " ; ",
                    lies.branches().stream()
                            .map(it -> it.label() + " : " + String.join(", ", it.options()))
                            .toList());
        }

        public int lines() {
            return switch (champ.type()) {
                case ChampType.Texte(_, var multiline) -> multiline ? LONG_TEXT_LINES : 1;
                case ChampType.Adresse _ -> 3;
                default -> 1;
            };
        }

        /** How many times a block may be copied; 0 for anything else. */
        public int copies() {
            return champ.type() instanceof ChampType.Repetition(_, _, var max) ? max : 0;
        }
    }

    /** Everything in its order, numbered. */
    public List<Item> items() {
        return numbered(revision.definition().champs(), "");
    }

    private static List<Item> numbered(List<Champ> champs, String before) {
        var items = new ArrayList<Item>();
        int rank = 0;
        for (var champ : champs) {
            var number = champ.type().asks() ? before + ++rank : "";
            var inside =
                    champ.type() instanceof ChampType.Repetition(var children, _, _)
                            ? numbered(children, number + ".")
                            : List.<Item>of();
            items.add(new Item(number, champ, inside));
        }
        return items;
    }

    /** When it is to be filled, in a sentence; null: always. */
    public @Nullable String onlyIf(Frame frame, Champ champ) {
        return sentence(frame, champ.condition(), "demarches.papier.if");
    }

    /** When an answer is demanded of a question that is optional otherwise; null: never. */
    public @Nullable String demandedIf(Frame frame, Champ champ) {
        return sentence(frame, champ.obligation(), "demarches.papier.demanded");
    }

    private @Nullable String sentence(Frame frame, @Nullable Condition condition, String key) {
        return condition == null
                ? null
                : frame.t(key, Labels.condition(frame, revision.definition(), condition));
    }

    /** To whom it is sent. */
    public String to() {
        return Stream.concat(services.stream(), Stream.of(organisation))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
