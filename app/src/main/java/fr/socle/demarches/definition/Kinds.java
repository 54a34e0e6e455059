package fr.socle.demarches.definition;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of fields, by their codes: the one table in which they are listed. */
public final class Kinds {

    private static final Map<String, Kind<?>> BY_CODE = table();

    private Kinds() {}

    public static Optional<Kind<?>> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public static Collection<Kind<?>> all() {
        return BY_CODE.values();
    }

    /** The kind of a type. */
    @SuppressWarnings("unchecked") // because a kind stands under the code of its own type
    public static <T extends ChampType> Kind<T> of(T type) {
        return (Kind<T>) find(type.code()).orElseThrow();
    }

    /** The settings of a type. */
    public static Settings settings(ChampType type) {
        var settings = new Settings();
        tell(type, settings);
        return settings;
    }

    /** The same type with other settings. */
    public static ChampType with(ChampType type, Settings settings) {
        return changed(type, settings);
    }

    private static <T extends ChampType> void tell(T type, Settings settings) {
        of(type).tell(type, settings);
    }

    private static <T extends ChampType> T changed(T type, Settings settings) {
        return of(type).with(type, settings);
    }

    private static Map<String, Kind<?>> table() {
        var numbers =
                Arrays.stream(Numero.Registre.values()).<Kind<?>>map(NumeroKind::new).toList();
        var pieces = List.<Kind<?>>of(new PieceKind(false), new PieceKind(true));
        var table = new LinkedHashMap<String, Kind<?>>();
        Stream.of(
                        TextKinds.ALL,
                        List.<Kind<?>>of(new FormatKind()),
                        ChoiceKinds.ALL,
                        NumberKinds.ALL,
                        DateKinds.ALL,
                        PlaceKinds.ALL,
                        numbers,
                        pieces,
                        DataKinds.ALL,
                        LayoutKinds.ALL)
                .flatMap(List::stream)
                .forEach(it -> table.put(it.code(), it));
        return table;
    }
}
