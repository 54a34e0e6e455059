package fr.socle.exchange.access;

import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.exchange.access.ConsumerDraft.Ground;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.kernel.IpNetwork;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.kernel.Siret;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what is written to let a program in: on a page, or as options of the command. */
@Component
public record ConsumerForm(Habilitations habilitations, Directory directory) {

    private static final int LONGEST_LABEL = 120;

    /** Empty when something is wrong, which the form then tells. */
    public Optional<ConsumerDraft> read(Form form) {
        var ground = ground(form);
        var label = form.required("label", LONGEST_LABEL);
        var months = form.read("mois", Reading.whole(1, Consumers.LONGEST_MONTHS));
        var networks = form.readOptional("reseaux", Networks::parse);
        var keys = form.readOptional("cles", PublicKeys::parse);
        return form.ok() && ground.isPresent() && months.isPresent()
                ? Optional.of(
                        new ConsumerDraft(
                                ground.get(),
                                label,
                                networks.orElse(List.of()),
                                keys.orElse(null),
                                months.get().intValue()))
                : Optional.empty();
    }

    /** From where a program may come; empty when something is wrong, which the form then tells. */
    public Optional<List<IpNetwork>> networks(Form form) {
        var networks = form.readOptional("reseaux", Networks::parse);
        return form.ok() ? Optional.of(networks.orElse(List.of())) : Optional.empty();
    }

    /** An habilitation, or a software editor; not both. */
    private Optional<Ground> ground(Form form) {
        if (form.typed("editeur").isBlank()) {
            return form.read("habilitation", this::habilitation).map(Ground.Held::new);
        }
        if (!form.typed("habilitation").isBlank()) {
            form.reject("editeur", Refusal.of("exchange.token.editor.both"));
        }
        return form.read("editeur", this::editor).map(Ground.Delegated::new);
    }

    private Parsed<Habilitation> habilitation(String text) {
        return HabilitationId.of(text)
                .flatMap(habilitations::find)
                .filter(it -> it.revokedAt().isEmpty())
                .map(Parsed::valid)
                .orElseGet(() -> Parsed.invalid("exchange.token.habilitation.unknown"));
    }

    private Parsed<Organisation> editor(String text) {
        return switch (Siret.parse(text)) {
            case Parsed.Invalid<Siret>(var why) -> new Parsed.Invalid<>(why);
            case Parsed.Valid<Siret>(var siret) ->
                    directory.ofLegalUnit(siret.siren()).stream()
                            .filter(it -> it.siret().equals(siret))
                            .findFirst()
                            .map(Parsed::valid)
                            .orElseGet(() -> Parsed.invalid("exchange.token.editor.unknown"));
        };
    }
}
