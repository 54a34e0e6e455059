package fr.socle.demarches.graphql.write;

import fr.socle.demarches.annotation.Annotations;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.graphql.read.DossierView;
import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.graphql.read.Shape;
import fr.socle.demarches.graphql.read.TypedId;
import fr.socle.kernel.Parsed;
import fr.socle.ui.access.Visitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What agents note beside a dossier. What can be noted is; what cannot is named. */
@Component
class AnnotationActs {

    private final Annotations annotations;
    private final Mandates mandates;

    AnnotationActs(Annotations annotations, Mandates mandates) {
        this.annotations = annotations;
        this.mandates = mandates;
    }

    /** One value for one annotation, by its name of the contract. */
    private record Wish(String id, AnnotationValue value) {}

    /** Several at once. */
    Payload modifier(Reading reading, Map<String, Object> input) {
        var wishes =
                ((List<?>) Objects.requireNonNull(input.get("annotations")))
                        .stream()
                                .map(Groups::map)
                                .map(
                                        it ->
                                                new Wish(
                                                        Mandates.text(it, "id"),
                                                        AnnotationValue.of(
                                                                Groups.map(it.get("value")))))
                                .toList();
        return written(reading, input, wishes, "annotations");
    }

    /**
     * One alone.
     *
     * @param members under which the value may be sent; the annotation's type chooses
     */
    Payload modifier(Reading reading, Map<String, Object> input, List<String> members) {
        var id = Mandates.text(input, "annotationId");
        var asked =
                champ(Mandates.dossier(reading, input), id)
                        .map(Champ::type)
                        .map(AnnotationValue::memberOf)
                        .filter(members::contains)
                        .orElse(members.getFirst());
        var value = new AnnotationValue(asked, Objects.requireNonNull(input.get("value")));
        return written(reading, input, List.of(new Wish(id, value)), "annotation");
    }

    /** One more row of a block that is filled several times. */
    Payload ajouterLigne(Reading reading, Map<String, Object> input) {
        var row = new AnnotationValue(AnnotationValue.ROWS, 1);
        var wish = new Wish(Mandates.text(input, "annotationId"), row);
        return written(reading, input, List.of(wish), "annotation");
    }

    private Payload written(
            Reading reading, Map<String, Object> input, List<Wish> wishes, String field) {
        return mandates.acting(
                reading, input, (seen, agent) -> written(reading, seen, agent, wishes, field));
    }

    private Payload written(
            Reading reading,
            DossierView seen,
            Visitor.Agent agent,
            List<Wish> wishes,
            String field) {
        var there = shown(seen);
        var done = new ArrayList<String>();
        var errors = new ArrayList<String>();
        annotations.write(
                seen.dossier(),
                agent,
                values -> {
                    for (var wish : wishes) {
                        var wrong =
                                there.containsKey(wish.id())
                                        ? write(seen, wish, values)
                                        : mandates.told(
                                                "demarches.api.annotation.unknown", wish.id());
                        if (wrong == null) {
                            done.add(wish.id());
                        } else {
                            errors.add(wrong);
                        }
                    }
                });
        var now = shown(reading.dossier(seen.dossier().id()));
        var changed = done.stream().map(now::get).filter(Objects::nonNull).toList();
        return answer(changed, errors, field);
    }

    private static Payload answer(List<Shape> changed, List<String> errors, String field) {
        var payload = new Payload(new LinkedHashMap<>()).told("errors", errors);
        if (field.equals("annotations")) {
            return payload.with(field, changed);
        }
        return changed.isEmpty() ? payload : payload.with(field, changed.getFirst());
    }

    /** Why it cannot be noted; null once it is. */
    private @Nullable String write(DossierView seen, Wish wish, Map<ChampId, Valeur> values) {
        var champ = champ(seen, wish.id()).orElseThrow();
        if (!wish.value().fits(champ)) {
            return mandates.told("demarches.api.annotation.type", champ.label());
        }
        if (champ.type() instanceof ChampType.Repetition block) {
            return AnnotationRows.add(champ, wish.value().rows(), values)
                    ? null
                    : mandates.told("demarches.api.annotation.rows", champ.label(), block.max());
        }
        return switch (wish.value().read(champ)) {
            case Parsed.Invalid<Optional<Valeur>>(var why) ->
                    mandates.told(
                            "demarches.api.annotation.value", champ.label(), mandates.told(why));
            case Parsed.Valid<Optional<Valeur>>(var value) -> {
                var place = seen.definition().parent(champ.id());
                AnnotationRows.put(place.orElse(null), row(wish.id()), champ, value, values);
                yield null;
            }
        };
    }

    /** What a program may note now, by its name of the contract, in rows too. */
    private static Map<String, Shape> shown(DossierView seen) {
        var shown = new LinkedHashMap<String, Shape>();
        for (Shape annotation : seen.annotations(Map.of())) {
            shown.put((String) Objects.requireNonNull(annotation.field("id")), annotation);
            if (annotation.field("champs") instanceof List<?> champs) {
                for (var each : champs) {
                    var champ = (Shape) each;
                    shown.put((String) Objects.requireNonNull(champ.field("id")), champ);
                }
            }
        }
        return shown;
    }

    /** {@code Champ-<field>}, or {@code Champ-<field>|<row>} for a field of a row. */
    private static Optional<Champ> champ(DossierView seen, String id) {
        return TypedId.read("Champ", id)
                .map(it -> it.replaceFirst("[|].*", ""))
                .flatMap(ChampId::of)
                .filter(seen.definition()::isAnnotation)
                .flatMap(seen.definition()::find);
    }

    private static String row(String id) {
        return TypedId.read("Champ", id).map(it -> it.replaceFirst("[^|]*[|]?", "")).orElse("");
    }
}
