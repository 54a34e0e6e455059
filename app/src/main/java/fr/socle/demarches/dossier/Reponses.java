package fr.socle.demarches.dossier;

import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Valeur;
import fr.socle.pieces.PieceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one dossier. What a hidden field once answered stays and counts for nothing.
 *
 * @param valeurs by field of the form itself; a field without an answer is absent
 * @param provenances of the fields that somebody else than the usager can answer; absent: typed
 * @param justificatifs the documents joined to a field that could not be obtained
 */
public record Reponses(
        Map<ChampId, Valeur> valeurs,
        Map<ChampId, Provenance> provenances,
        Map<ChampId, List<PieceId>> justificatifs) {

    public static final Reponses NONE = new Reponses(Map.of(), Map.of(), Map.of());

    public Reponses {
        valeurs = Map.copyOf(valeurs);
        provenances = Map.copyOf(provenances);
        justificatifs = Map.copyOf(justificatifs);
    }

    public Optional<Valeur> valeur(ChampId champ) {
        return Optional.ofNullable(valeurs.get(champ));
    }

    public Provenance provenance(ChampId champ) {
        return provenances.getOrDefault(champ, Provenance.SAISIE);
    }

    /** Whether somebody was already asked for this field, or the usager declined that. */
    public boolean asked(ChampId champ) {
        return provenances.containsKey(champ);
    }

    public List<PieceId> justificatifs(ChampId champ) {
        return justificatifs.getOrDefault(champ, List.of());
    }

    /**
     * What was typed, or nothing any more. Where it comes from does not change, but a proposal that
     * the usager changed is theirs.
     */
    public Reponses with(ChampId champ, @Nullable Valeur valeur) {
        boolean theirs =
                provenance(champ) instanceof Provenance.Preremplie
                        && !Objects.equals(valeur, valeurs.get(champ));
        return new Reponses(
                changed(valeurs, champ, valeur),
                theirs ? changed(provenances, champ, null) : provenances,
                justificatifs);
    }

    /** What another gave. */
    public Reponses given(ChampId champ, @Nullable Valeur valeur, Provenance provenance) {
        return new Reponses(
                changed(valeurs, champ, valeur),
                changed(provenances, champ, provenance),
                justificatifs);
    }

    /** The field becomes an ordinary one; what was given before goes. */
    public Reponses notObtained(ChampId champ, Provenance.NotObtained why) {
        var kept = provenance(champ).given() ? changed(valeurs, champ, null) : valeurs;
        return new Reponses(kept, changed(provenances, champ, why), justificatifs);
    }

    /**
     * These answers with those of others that came since, wherever the usager has not answered or
     * chosen meanwhile.
     *
     * @param before the answers when the others were asked
     * @param after those answers and what the others gave
     */
    public Reponses obtained(Reponses before, Reponses after) {
        var both = this;
        for (var came : after.provenances.entrySet()) {
            var champ = came.getKey();
            if (untouched(champ, before)
                    && !came.getValue().equals(before.provenances.get(champ))) {
                both = both.given(champ, after.valeurs.get(champ), came.getValue());
            }
        }
        return both;
    }

    private boolean untouched(ChampId champ, Reponses before) {
        return Objects.equals(valeurs.get(champ), before.valeurs.get(champ))
                && Objects.equals(provenances.get(champ), before.provenances.get(champ));
    }

    public Reponses withJustificatifs(ChampId champ, List<PieceId> pieces) {
        var joined = pieces.isEmpty() ? null : List.copyOf(pieces);
        return new Reponses(valeurs, provenances, changed(justificatifs, champ, joined));
    }

    /** Every document that an answer names. */
    public Stream<PieceId> pieces() {
        return Stream.concat(
                valeurs.values().stream().flatMap(Reponses::pieces),
                justificatifs.values().stream().flatMap(List::stream));
    }

    private static Stream<PieceId> pieces(Valeur valeur) {
        return switch (valeur) {
            case Valeur.Pieces(var pieces) -> pieces.stream();
            case Valeur.Lignes(var lignes) ->
                    lignes.stream()
                            .flatMap(it -> it.valeurs().values().stream())
                            .flatMap(Reponses::pieces);
            case Valeur.Texte _, Valeur.Nombre _, Valeur.Jour _, Valeur.OuiNon _ -> Stream.empty();
            case Valeur.Choix _, Valeur.Adresse _, Valeur.Composee _ -> Stream.empty();
        };
    }

    private static <V> Map<ChampId, V> changed(
            Map<ChampId, V> before, ChampId champ, @Nullable V value) {
        var after = new LinkedHashMap<>(before);
        if (value == null) {
            after.remove(champ);
        } else {
            after.put(champ, value);
        }
        return after;
    }

    /** Nothing: what a person said does not belong in a log. */
    @Override
    public String toString() {
        return "Reponses[hidden]";
    }
}
