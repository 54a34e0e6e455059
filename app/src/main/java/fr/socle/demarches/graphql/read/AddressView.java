package fr.socle.demarches.graphql.read;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.definition.Valeur;
import fr.socle.kernel.CodeCog;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.CodeDepartement;
import fr.socle.kernel.Parsed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A French postal address; {@code cityCode} is empty for one that the table does not hold. */
public record AddressView(
        String label,
        String type,
        @Nullable String streetAddress,
        @Nullable String streetNumber,
        @Nullable String streetName,
        String postalCode,
        String cityName,
        String cityCode,
        @Nullable String departmentName,
        @Nullable String departmentCode,
        @Nullable String regionName,
        @Nullable String regionCode,
        String countryCode,
        String countryName,
        @Nullable Object geometry) {

    /** A place with its official code. */
    public record Place(String code, String name) {}

    public record CommuneView(String code, String name, @Nullable String postalCode) {}

    static Fields champ(Champ champ, @Nullable Valeur value) {
        var address = value instanceof Valeur.Adresse it ? it : null;
        var view = address == null ? null : of(address);
        var label = view == null ? null : view.label();
        return Fields.of("AddressChamp")
                .with("stringValue", label)
                .with("address", view)
                .with("commune", address == null ? null : commune(address))
                .with("departement", departement(address).map(AddressView::place).orElse(null))
                .with(
                        "columns",
                        List.of(
                                Columns.text(champ, "label", "Adresse", label),
                                Columns.text(
                                        champ,
                                        "postal_code",
                                        "Code postal",
                                        view == null ? null : view.postalCode()),
                                Columns.text(
                                        champ,
                                        "city_name",
                                        "Commune",
                                        view == null ? null : view.cityName())));
    }

    private static AddressView of(Valeur.Adresse address) {
        var code = address.code();
        var departement = departement(address);
        var region = departement.map(CodeDepartement::region);
        return new AddressView(
                Shown.line(address, "", ""),
                "street",
                address.voie(),
                null,
                null,
                address.codePostal(),
                address.commune(),
                code == null ? "" : code.value(),
                departement.map(CodeCog::nom).orElse(null),
                departement.map(CodeCog::value).orElse(null),
                region.map(CodeCog::nom).orElse(null),
                region.map(CodeCog::value).orElse(null),
                "FR",
                "France",
                null);
    }

    private static @Nullable CommuneView commune(Valeur.Adresse address) {
        var code = address.code();
        return code == null
                ? null
                : new CommuneView(code.value(), address.commune(), address.codePostal());
    }

    static Place place(CodeCog code) {
        return new Place(code.value(), code.nom());
    }

    private static Optional<CodeDepartement> departement(Valeur.@Nullable Adresse address) {
        var code = address == null ? null : address.code();
        return code == null ? Optional.empty() : departement(code);
    }

    /** The first two characters of a commune's code, overseas the first three. */
    private static Optional<CodeDepartement> departement(CodeCommune code) {
        var prefix = code.value().substring(0, code.value().matches("9[78].*") ? 3 : 2);
        return CodeDepartement.parse(prefix) instanceof Parsed.Valid<CodeDepartement>(var it)
                ? Optional.of(it)
                : Optional.empty();
    }
}
