package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Lieu.Echelon;
import fr.socle.demarches.definition.Valeur.Reference;
import fr.socle.kernel.CodeCog;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.CodeDepartement;
import fr.socle.kernel.Cog;
import fr.socle.kernel.Commune;
import fr.socle.kernel.Epci;
import fr.socle.kernel.NormalName;
import fr.socle.kernel.Parsed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The official tables of places, as tables from which one line is chosen. */
public final class Places {

    private static final String DEPARTEMENT = "departement";

    private Places() {}

    public static Repertoire of(Echelon echelon) {
        return switch (echelon) {
            case COMMUNE -> new Communes();
            case EPCI -> new Groups();
            case DEPARTEMENT, REGION, PAYS -> new Codes(echelon);
        };
    }

    /** Every line of a table that is short enough to be shown whole. */
    public static List<Reference> all(Echelon echelon) {
        return Tables.LINES.getOrDefault(echelon, List.of());
    }

    /** The short tables, made at their first use, because sorting them costs more than reading. */
    private static final class Tables {

        static final Map<Echelon, List<Reference>> LINES =
                Arrays.stream(Echelon.values())
                        .collect(Collectors.toMap(Function.identity(), Tables::lines));

        private static List<Reference> lines(Echelon echelon) {
            return codes(echelon).stream().map(it -> reference(echelon, it)).toList();
        }
    }

    /** The codes of the departements where a line lies; none where that is not known. */
    static Stream<String> departements(Reference place) {
        return switch (place.table()) {
            case "commune" ->
                    place.details().containsKey(DEPARTEMENT)
                            ? Stream.of(place.details().get(DEPARTEMENT))
                            : commune(place.code()).stream().map(it -> it.departement().value());
            case "epci" -> Epci.of(place.code()).stream().flatMap(it -> it.departements().stream());
            case DEPARTEMENT -> Stream.of(place.code());
            default -> Optional.ofNullable(place.details().get(DEPARTEMENT)).stream();
        };
    }

    static Stream<String> regions(Reference place) {
        return place.table().equals("region")
                ? Stream.of(place.code())
                : departements(place)
                        .flatMap(Places::departement)
                        .map(it -> it.region().value())
                        .distinct();
    }

    private static Stream<CodeDepartement> departement(String code) {
        return CodeDepartement.parse(code) instanceof Parsed.Valid<CodeDepartement>(var known)
                ? Stream.of(known)
                : Stream.empty();
    }

    private static List<? extends CodeCog> codes(Echelon echelon) {
        return switch (echelon) {
            case DEPARTEMENT -> Cog.departements();
            case REGION -> Cog.regions();
            case PAYS -> Cog.pays();
            case COMMUNE, EPCI -> List.of();
        };
    }

    private static Reference reference(Echelon echelon, CodeCog code) {
        return new Reference(new Lieu(echelon).code(), code.value(), code.nom(), Map.of());
    }

    private static Optional<Commune> commune(String code) {
        return CodeCommune.parse(code) instanceof Parsed.Valid<CodeCommune>(var known)
                ? Optional.of(Cog.commune(known))
                : Optional.empty();
    }

    /** Departements, regions, countries. */
    private record Codes(Echelon echelon) implements Repertoire {

        @Override
        public Optional<Reference> find(String code) {
            return all(echelon).stream().filter(it -> it.code().equals(code)).findFirst();
        }

        @Override
        public List<Reference> search(String text, int limit) {
            var words = NormalName.of(text).value().split(" ");
            return all(echelon).stream()
                    .filter(it -> it.code().equals(text) || holds(it, words))
                    .limit(limit)
                    .toList();
        }

        private static boolean holds(Reference line, String[] words) {
            return !words[0].isEmpty() && Repertoire.holds(line.nom(), words);
        }
    }

    private record Communes() implements Repertoire {

        @Override
        public Optional<Reference> find(String code) {
            return commune(code).map(Communes::line);
        }

        @Override
        public List<Reference> search(String text, int limit) {
            return Cog.searchCommunes(text, limit).stream().map(Communes::line).toList();
        }

        private static Reference line(Commune commune) {
            return new Reference(
                    "commune",
                    commune.code().value(),
                    commune.nom(),
                    Map.of(DEPARTEMENT, commune.departement().value()));
        }
    }

    private record Groups() implements Repertoire {

        @Override
        public Optional<Reference> find(String code) {
            return Epci.of(code).map(Groups::line);
        }

        @Override
        public List<Reference> search(String text, int limit) {
            return Epci.search(text, limit).stream().map(Groups::line).toList();
        }

        private static Reference line(Epci epci) {
            return new Reference("epci", epci.code(), epci.nom(), Map.of());
        }
    }
}
