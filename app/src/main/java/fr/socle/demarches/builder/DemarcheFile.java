package fr.socle.demarches.builder;

import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.DefinitionJson;
import fr.socle.kernel.Parsed;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A procedure as a file: ours, with its conditions, bounds, annotations and cases, or a {@code
 * DemarcheDescriptor} of demarches-simplifiees. Services and habilitations stay at home: they are
 * those of one organisation.
 */
public final class DemarcheFile {

    /** Five megabytes: four times the largest published procedure. */
    public static final int MOST_BYTES = 5_000_000;

    /** A member whose value is the version of the format. */
    private static final String MARK = "socle";

    private static final int VERSION = 1;
    private static final int MOST_NAMED = 30;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemarcheFile() {}

    public static String write(Fiche fiche) {
        var facts = fiche.facts();
        var root =
                JsonNodeFactory.instance
                        .objectNode()
                        .put(MARK, VERSION)
                        .put("title", facts.title());
        root.put("description", facts.description()).put("audience", facts.audience());
        root.put("cadreJuridique", facts.cadreJuridique());
        root.put("retentionMonths", facts.retentionMonths()).put("minutes", facts.minutes());
        var attestation = facts.attestation();
        if (attestation != null) {
            root.putObject("attestation")
                    .put("title", attestation.title())
                    .put("body", attestation.body());
        }
        root.set("definition", DefinitionJson.tree(fiche.draft()));
        return root.toPrettyString();
    }

    /** Reads either kind; anything else is refused and says why. */
    public static Parsed<Imported> read(String json, RandomGenerator random) {
        try {
            var root = ImportedText.cleaned(JSON.readTree(json));
            return root.has(MARK) ? ours(root) : DescriptorReader.read(root, random);
        } catch (JacksonException notJson) {
            return Parsed.invalid("demarches.json.unreadable");
        }
    }

    private static Parsed<Imported> ours(JsonNode root) {
        if (!root.path(MARK).isInt() || root.path(MARK).asInt() != VERSION) {
            return Parsed.invalid("demarches.import.version", VERSION);
        }
        var title = ImportedText.line(root, "title", Facts.LONGEST_TITLE);
        if (title.isEmpty()) {
            return Parsed.invalid("demarches.import.no-title");
        }
        return switch (DefinitionJson.read(root.path("definition"))) {
            case Parsed.Valid<Definition>(var definition) ->
                    Parsed.valid(new Imported(facts(root, title), definition, List.of()));
            case Parsed.Invalid<Definition> _ -> broken(root.path("definition"));
        };
    }

    /** Every place that cannot be read, as far as a page can say it. */
    private static Parsed<Imported> broken(JsonNode definition) {
        var faults = DefinitionJson.faults(definition);
        var named = faults.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return faults.size() > MOST_NAMED
                ? Parsed.invalid("demarches.import.broken.more", faults.size(), named)
                : Parsed.invalid("demarches.import.broken", faults.size(), named);
    }

    private static Facts facts(JsonNode root, String title) {
        return new Facts(
                title,
                ImportedText.text(root, "description", Facts.LONGEST_DESCRIPTION),
                ImportedText.line(root, "audience", Facts.LONGEST_LINE),
                ImportedText.line(root, "cadreJuridique", Facts.LONGEST_LINE),
                List.of(),
                attestation(root.path("attestation")),
                Math.clamp(root.path("retentionMonths").asInt(12), 1, 60),
                Math.clamp(root.path("minutes").asInt(10), 1, 600));
    }

    private static @Nullable AttestationTemplate attestation(JsonNode node) {
        var title = ImportedText.line(node, "title", Facts.LONGEST_ATTESTATION_TITLE);
        return title.isEmpty()
                ? null
                : new AttestationTemplate(
                        title, ImportedText.text(node, "body", Facts.LONGEST_DESCRIPTION));
    }
}
