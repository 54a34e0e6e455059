package fr.socle.demarches.builder;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Checker;
import fr.socle.demarches.definition.Problem;
import fr.socle.demarches.definition.Source;
import fr.socle.directory.Services;
import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import fr.socle.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands between a draft and its publication: its fields, its facts, its rights to data. */
@Component
class Readiness {

    private final Services services;
    private final DataGrounds grounds;

    Readiness(Services services, DataGrounds grounds) {
        this.services = services;
        this.grounds = grounds;
    }

    List<Problem> problems(Fiche fiche) {
        var problems = new ArrayList<Problem>();
        facts(fiche, problems);
        problems.addAll(Checker.check(fiche.draft()));
        var bindings = grounds.of(fiche.organisation());
        fiche.draft().all().forEach(it -> source(fiche, it, bindings, problems));
        return problems;
    }

    private void facts(Fiche fiche, List<Problem> problems) {
        var facts = fiche.facts();
        missing(problems, facts.description().isEmpty(), "description");
        missing(problems, facts.cadreJuridique().isEmpty(), "cadre");
        var active =
                facts.services().stream()
                        .flatMap(it -> services.find(it).stream())
                        .anyMatch(it -> it.active());
        missing(problems, !active, "services");
    }

    private static void missing(List<Problem> problems, boolean missing, String part) {
        if (missing) {
            problems.add(
                    new Problem(null, part, true, Refusal.of("demarches.check.facts." + part)));
        }
    }

    private static void source(
            Fiche fiche, Champ champ, List<DataGrounds.Binding> bindings, List<Problem> problems) {
        if (champ.source() instanceof Source.Echange(var dataset, var field)) {
            var habilitation = fiche.habilitations().get(dataset);
            var binding =
                    bindings.stream()
                            .filter(it -> it.habilitation().id().equals(habilitation))
                            .filter(it -> it.dataset().code().equals(dataset))
                            .filter(it -> it.field().code().equals(field))
                            .findFirst()
                            .orElse(null);
            var key = refusal(champ.type(), binding);
            if (key != null) {
                problems.add(new Problem(champ.id(), "source", true, Refusal.of(key)));
            }
        }
    }

    private static @Nullable String refusal(ChampType type, DataGrounds.@Nullable Binding binding) {
        if (binding == null) {
            return "demarches.check.source.ground";
        }
        return fits(binding.field().kind(), type) ? null : "demarches.check.source.type";
    }

    /** Whether a field of this type can take such a fact. */
    static boolean fits(DataKind kind, ChampType type) {
        return switch (kind) {
            case TEXT -> type instanceof ChampType.Texte || type instanceof ChampType.Email;
            case NUMBER -> type instanceof ChampType.Nombre || type instanceof ChampType.Texte;
            case DATE -> type instanceof ChampType.Jour || type instanceof ChampType.Texte;
            case FLAG -> type instanceof ChampType.OuiNon;
            case RECORDS -> false;
        };
    }
}
