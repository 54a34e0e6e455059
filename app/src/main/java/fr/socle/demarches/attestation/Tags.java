package fr.socle.demarches.attestation;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import fr.socle.demarches.dossier.Dossier.Accepte;
import fr.socle.ui.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the answers and facts of a dossier in the place of the tags of an attestation's text. A tag
 * that names nothing that was answered leaves a dash: a reader sees that something is missing.
 */
final class Tags {

    private static final Pattern TAG = Pattern.compile("--([a-z0-9][a-z0-9-]{0,30}?)--");
    private static final String NOTHING = "—";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Accepte dossier;
    private final Definition definition;
    private final Words words;
    private final Map<ChampId, Valeur> seen;

    Tags(Accepte dossier, PublishedRevision asked, Words words) {
        this.dossier = dossier;
        this.definition = asked.definition();
        this.words = words;
        var visible = Visibility.visible(definition, dossier.reponses().valeurs());
        this.seen =
                dossier.reponses().valeurs().entrySet().stream()
                        .filter(it -> visible.contains(it.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String filled(String text) {
        return TAG.matcher(text).replaceAll(it -> Matcher.quoteReplacement(value(it)));
    }

    private String value(MatchResult tag) {
        var fiche = dossier.fiche();
        return switch (tag.group(1)) {
            case "numero" -> dossier.depot().number().formatted();
            case "prenom" -> identity(Source.Claim.GIVEN_NAME);
            case "nom" -> identity(Source.Claim.FAMILY_NAME);
            case "decision-date" -> decided();
            case "motif" -> orNothing(dossier.decision().motivation());
            case "demarche" -> fiche.guichet().title();
            case "organisation" -> fiche.guichet().organisationName();
            default -> ChampId.of(tag.group(1)).map(seen::get).map(this::line).orElse(NOTHING);
        };
    }

    /** The day of the decision in Paris, in words. */
    String decided() {
        return words.day(LocalDate.ofInstant(dossier.decision().at(), PARIS));
    }

    /** Of the field that the federation filled; the applicant's name when no field asks it. */
    private String identity(Source.Claim claim) {
        return definition.champs().stream()
                .filter(it -> it.source() instanceof Source.Identite(var bound) && bound == claim)
                .findFirst()
                .map(it -> seen.get(it.id()))
                .map(this::line)
                .orElse(dossier.fiche().usager().name());
    }

    private String line(@Nullable Valeur value) {
        return switch (value) {
            case null -> NOTHING;
            case Valeur.Lignes(var lignes) ->
                    orNothing(lignes.stream().map(this::row).collect(Collectors.joining(" ; ")));
            case Valeur.Texte _, Valeur.Nombre _, Valeur.Jour _, Valeur.OuiNon _ -> plain(value);
            case Valeur.Choix _, Valeur.Adresse _, Valeur.Pieces _ -> plain(value);
            case Valeur.Composee _ -> plain(value);
        };
    }

    private String row(Valeur.Ligne row) {
        return definition
                .all()
                .map(it -> row.valeurs().get(it.id()))
                .filter(Objects::nonNull)
                .map(this::plain)
                .collect(Collectors.joining(", "));
    }

    private String plain(Valeur value) {
        return Shown.line(value, words.of("ui.yes"), words.of("ui.no"));
    }

    private static String orNothing(String text) {
        return text.isBlank() ? NOTHING : text;
    }
}
