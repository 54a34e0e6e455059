package fr.socle.demarches.export;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.liste.Colonne;
import fr.socle.demarches.liste.Demande;
import fr.socle.demarches.liste.Filtre;
import fr.socle.demarches.liste.Onglet;
import fr.socle.demarches.liste.Tri;
import fr.socle.kernel.Parsed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which dossiers an export holds and what it says of them, as rows keep it.
 *
 * @param filtres by their codes
 * @param colonnes the codes of the fields whose answers are wanted; null: all, annotations too
 */
record Scope(
        String onglet,
        List<String> filtres,
        String mots,
        @Nullable Integer etiquette,
        @Nullable List<String> colonnes) {

    /**
     * @param shown null: every answer
     */
    static Scope of(Demande list, @Nullable List<Colonne> shown) {
        return new Scope(
                list.onglet().code(),
                list.filtres().stream().map(Filtre::code).toList(),
                list.words(),
                list.etiquette(),
                shown == null ? null : shown.stream().map(Colonne::code).toList());
    }

    /**
     * In the order of the deposits, whatever the list's: a dossier that changes meanwhile keeps its
     * place, so that none is missed and none comes twice.
     *
     * @param reader as he is now
     * @param columns of the revision for which it was asked
     * @throws IllegalStateException if a filter does not mean anything to these columns
     */
    Demande list(DemarcheId demarche, Demande.Reader reader, List<Colonne> columns) {
        return new Demande(
                demarche,
                reader,
                Onglet.of(onglet).orElseThrow(),
                filtres.stream().map(it -> filtre(it, columns)).toList(),
                mots,
                etiquette,
                Tri.DEPOT,
                new Tri(Colonne.NUMERO, false));
    }

    private static Filtre filtre(String code, List<Colonne> columns) {
        return switch (Filtre.read(code, columns)) {
            case Parsed.Valid<Filtre>(var filtre) -> filtre;
            case Parsed.Invalid<Filtre> _ ->
                    // never left out: the file would hold what nobody asked for
                    throw new IllegalStateException("an export with an unknown filter");
        };
    }

    /** Nothing: the words may be a person's name. */
    @Override
    public String toString() {
        return "Scope[hidden]";
    }
}
