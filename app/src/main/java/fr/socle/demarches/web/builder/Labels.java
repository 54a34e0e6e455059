package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Offered;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Valeur;
import fr.socle.kernel.Cog;
import fr.socle.ui.Frame;
import fr.socle.ui.Link;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of the builders' pages. */
public final class Labels {

    private static final int QUOTED = 60;

    private Labels() {}

    /** The sentence of a key that another block owns; the key's last word where it is gone. */
    public static String word(Frame frame, String key) {
        return frame.words().has(key) ? frame.t(key) : key.substring(key.lastIndexOf('.') + 1);
    }

    /** A label as a list shows it: whole when it is short, never empty. */
    public static String label(Frame frame, Champ champ) {
        if (champ.label().isBlank()) {
            return frame.t("demarches.editor.unnamed");
        }
        return champ.label();
    }

    public static String state(Demarche demarche) {
        return switch (demarche) {
            case Demarche.Brouillon _ -> "demarches.state-of.brouillon";
            case Demarche.Publiee _ -> "demarches.state-of.publiee";
            case Demarche.Close _ -> "demarches.state-of.close";
        };
    }

    public static String tone(Demarche demarche) {
        return switch (demarche) {
            case Demarche.Brouillon _ -> "plain";
            case Demarche.Publiee _ -> "good";
            case Demarche.Close _ -> "warn";
        };
    }

    public static String base(Demarche demarche) {
        return BuilderDesk.base(demarche);
    }

    public static List<Link> trail(Frame frame) {
        return List.of(Link.to(frame.t("demarches.menu"), BuilderDesk.HOME));
    }

    public static List<Link> trail(Frame frame, Demarche demarche) {
        return List.of(
                Link.to(frame.t("demarches.menu"), BuilderDesk.HOME),
                Link.to(demarche.fiche().facts().title(), base(demarche)));
    }

    /**
     * @param here the last segment of the address; empty for the fields
     */
    public static List<Link> tabs(Frame frame, Demarche demarche, String here) {
        return Stream.of("", "presentation", "apercu", "groupes", "delai", "publier")
                .map(
                        it ->
                                new Link(
                                        frame.t(
                                                "demarches.tab."
                                                        + (it.isEmpty() ? "formulaire" : it)),
                                        base(demarche) + (it.isEmpty() ? "" : "/" + it),
                                        it.equals(here)))
                .toList();
    }

    /** Where an answer comes from, in a sentence. */
    public static String source(Frame frame, Source source) {
        return switch (source) {
            case Source.Identite(var claim) ->
                    frame.t(
                            "demarches.source.identity",
                            frame.t("demarches.claim." + claim.code()));
            case Source.Echange(_, var field) ->
                    frame.t("demarches.source.exchange", word(frame, "exchange.field." + field));
        };
    }

    /** A condition, in a sentence. */
    public static String condition(Frame frame, Definition definition, Condition condition) {
        return switch (condition) {
            case Condition.And(var inner) -> join(frame, definition, inner, "demarches.and");
            case Condition.Or(var inner) -> join(frame, definition, inner, "demarches.or");
            case Condition.Filled(var champ) ->
                    frame.t("demarches.condition.filled", named(frame, definition, champ));
            case Condition.Empty(var champ) ->
                    frame.t("demarches.condition.vide", named(frame, definition, champ));
            case Condition.Compare(var champ, var operator, var with) ->
                    frame.t(
                            "demarches.condition.compare",
                            named(frame, definition, champ),
                            frame.t("demarches.operator." + operator.code()),
                            value(frame, definition, champ, operator, with));
        };
    }

    private static String join(
            Frame frame, Definition definition, List<Condition> inner, String word) {
        return inner.stream()
                .map(
                        it ->
                                it instanceof Condition.And || it instanceof Condition.Or
                                        ? "(" + condition(frame, definition, it) + ")"
                                        : condition(frame, definition, it))
                .collect(Collectors.joining(" " + frame.t(word) + " "));
    }

    private static String named(Frame frame, Definition definition, ChampId id) {
        return definition
                .find(id)
                .map(it -> shortened(label(frame, it)))
                .orElseGet(() -> frame.t("demarches.condition.gone"));
    }

    private static String value(
            Frame frame, Definition definition, ChampId champ, Operator operator, Valeur with) {
        var line =
                fr.socle.demarches.definition.Shown.line(with, frame.t("ui.yes"), frame.t("ui.no"));
        // because an option is named as it is today
        var text = definition.find(champ).map(it -> Offered.by(it.type()).shown(line)).orElse(line);
        return switch (operator) {
            case DANS_LE_DEPARTEMENT, HORS_DU_DEPARTEMENT ->
                    Cog.departements().stream()
                            .filter(it -> it.value().equals(text))
                            .map(it -> it.nom())
                            .findFirst()
                            .orElse(text);
            case DANS_LA_REGION, HORS_DE_LA_REGION ->
                    Cog.regions().stream()
                            .filter(it -> it.value().equals(text))
                            .map(it -> it.nom())
                            .findFirst()
                            .orElse(text);
            case EGAL, DIFFERENT, CONTIENT, NE_CONTIENT_PAS -> shortened(text);
            case INFERIEUR, INFERIEUR_OU_EGAL, SUPERIEUR, SUPERIEUR_OU_EGAL -> text;
        };
    }

    private static String shortened(String text) {
        return text.length() <= QUOTED
                ? text
                : text.substring(0, QUOTED).replaceFirst("\\s\\S*$", "") + "…";
    }
}
