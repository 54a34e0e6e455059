package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Edits;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Labels that are hard to read: too long, shouted, numbered by hand, punctuated for no reader. */
final class LabelRules implements Regle {

    private static final int LONGEST = 80;
    private static final int SHORTEST_SHOUT = 8;
    private static final Pattern NUMBER =
            Pattern.compile(
                    "^\\s*(?:[0-9]{1,2}(?:[.][0-9]{1,2})*|[IVX]{1,4}|[A-Z])\\s*[.)°/-]\\s*");
    private static final Pattern END = Pattern.compile("[\\s\\u00a0:*]+$");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!])\\s+|\\s+(?=[(])");

    @Override
    public Stream<Remarque> read(Definition definition, Champ champ) {
        return Stream.of(
                        numbered(champ),
                        shouted(champ),
                        ended(champ),
                        lengthy(champ),
                        twice(definition, champ))
                .flatMap(it -> it);
    }

    private static Stream<Remarque> numbered(Champ champ) {
        var plain = NUMBER.matcher(champ.label()).replaceFirst("");
        return champ.type() instanceof ChampType.Titre
                        && !plain.equals(champ.label())
                        && !plain.isBlank()
                ? Stream.of(relabelled(champ, "numbered", plain))
                : Stream.empty();
    }

    private static Stream<Remarque> shouted(Champ champ) {
        var label = champ.label();
        long letters = label.chars().filter(Character::isLetter).count();
        boolean shouted =
                letters >= SHORTEST_SHOUT
                        && label.contains(" ")
                        && label.equals(label.toUpperCase(Locale.FRENCH));
        return shouted
                ? Stream.of(
                        relabelled(
                                champ,
                                "shouted",
                                label.charAt(0) + label.substring(1).toLowerCase(Locale.FRENCH)))
                : Stream.empty();
    }

    private static Stream<Remarque> ended(Champ champ) {
        var label = champ.label();
        var plain = END.matcher(label).replaceFirst("");
        return !plain.equals(label) && !plain.isBlank() && champ.type().asks()
                ? Stream.of(relabelled(champ, "ended", plain))
                : Stream.empty();
    }

    /** Its first sentence stays, the rest becomes the help, where that loses nothing. */
    private static Stream<Remarque> lengthy(Champ champ) {
        var label = champ.label();
        if (label.length() <= LONGEST || !champ.type().asks()) {
            return Stream.empty();
        }
        var remark = Remarque.of(champ, "long", label.length(), LONGEST);
        var parts = SENTENCE.split(label, 2);
        if (parts.length < 2 || parts[0].length() > LONGEST || parts[0].length() < 3) {
            return Stream.of(remark);
        }
        var help = champ.help().isBlank() ? parts[1] : parts[1] + "\n" + champ.help();
        return Stream.of(
                remark.mendedBy(it -> Edits.replace(it, champ.withLabel(parts[0]).withHelp(help))));
    }

    /** Asked again anywhere in the form, in the same words and of the same type. */
    private static Stream<Remarque> twice(Definition definition, Champ champ) {
        if (!champ.type().asks() || champ.type() instanceof ChampType.CaseACocher) {
            return Stream.empty();
        }
        var label = champ.label().strip();
        boolean asked =
                definition.champs().stream()
                        .takeWhile(it -> !it.id().equals(champ.id()))
                        .filter(it -> it.type().code().equals(champ.type().code()))
                        .anyMatch(it -> it.label().strip().equalsIgnoreCase(label));
        boolean root = definition.champs().stream().anyMatch(it -> it.id().equals(champ.id()));
        if (!asked || !root || label.isEmpty()) {
            return Stream.empty();
        }
        var remark = Remarque.of(champ, "twice");
        return Stream.of(
                Uses.any(definition, champ.id())
                        ? remark
                        : remark.mendedBy(it -> Edits.remove(it, champ.id())));
    }

    private static Remarque relabelled(Champ champ, String rule, String label) {
        return Remarque.of(champ, rule, label)
                .mendedBy(it -> Edits.replace(it, champ.withLabel(label)));
    }
}
