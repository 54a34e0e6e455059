package fr.socle.demarches.definition;

import fr.socle.demarches.definition.ChampType.Pieces;
import fr.socle.demarches.definition.ChampType.Pieces.Nature;
import fr.socle.kernel.Parsed;
import fr.socle.pieces.Family;
import fr.socle.pieces.PieceId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Documents to join; identity papers are a type of their own, with fixed settings. */
record PieceKind(boolean identity) implements Kind<Pieces> {

    private static final long LARGEST = 200_000_000;
    private static final long IDENTITY = 20_000_000;

    @Override
    public String code() {
        return identity ? "titre-identite" : "piece";
    }

    @Override
    public Pieces usual() {
        return identity
                ? new Pieces(Set.of(Family.IMAGES, Family.PDF), IDENTITY, Nature.TITRE_IDENTITE)
                : new Pieces(Set.of(Family.PDF, Family.IMAGES), Types.FILE);
    }

    @Override
    public List<Setting> settings() {
        var families = Arrays.stream(Family.values()).map(Family::name).toList();
        var files = new Setting.SomeOf("families", "families", "family", families);
        var size = new Setting.Bytes("maxBytes", "size", identity ? IDENTITY : LARGEST);
        return identity
                ? List.of(files, size)
                : List.of(
                        files,
                        size,
                        new Setting.OneOf(
                                "nature",
                                "nature",
                                "nature",
                                List.of(Nature.ORDINAIRE.name(), Nature.RIB.name())));
    }

    @Override
    public void tell(Pieces type, Settings settings) {
        settings.put(
                "families", type.families().stream().map(Family::name).collect(Collectors.toSet()));
        settings.put("maxBytes", type.maxBytes());
        if (!identity) {
            settings.put("nature", type.nature().name());
        }
    }

    @Override
    public Pieces with(Pieces present, Settings settings) {
        var nature = identity ? Nature.TITRE_IDENTITE : Nature.valueOf(settings.text("nature"));
        return new Pieces(settings.families("families"), settings.number("maxBytes"), nature);
    }

    @Override
    public void check(Pieces type, Faults faults) {
        faults.refuse(type.families().isEmpty(), "families", "families");
        faults.refuse(type.maxBytes() < 1 || type.maxBytes() > LARGEST, "maxBytes", "file-size");
    }

    @Override
    public Parsed<Valeur> read(Pieces type, Typed typed) {
        var ids = typed.all().stream().map(PieceId::read).toList();
        return ids.stream().allMatch(Optional::isPresent)
                ? Parsed.valid(new Valeur.Pieces(ids.stream().flatMap(Optional::stream).toList()))
                : Parsed.invalid("demarches.saisie.piece");
    }
}
