package fr.socle.demarches.builder;

import fr.socle.demarches.builder.Imported.Remark;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.kernel.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Reads a {@code DemarcheDescriptor}: what demarches-simplifiees publishes of each procedure (open
 * data « Descriptif des démarches publiées », {@code /preremplir/…/schema}), or of its API with the
 * annotations. It holds no condition and no bound.
 */
final class DescriptorReader {

    private static final int MOST = 2000;

    private final RandomGenerator random;
    private final List<Remark> remarks = new ArrayList<>();
    private int count;

    private DescriptorReader(RandomGenerator random) {
        this.random = random;
    }

    static Parsed<Imported> read(JsonNode root, RandomGenerator random) {
        var revision = root.path("revision");
        var descriptors =
                revision.isObject()
                        ? revision.path("champDescriptors")
                        : root.path("champDescriptors");
        if (!descriptors.isArray()) {
            return Parsed.invalid("demarches.import.no-fields");
        }
        var reader = new DescriptorReader(random);
        var champs = reader.champs(descriptors, false);
        var annotations = reader.champs(revision.path("annotationDescriptors"), false);
        if (reader.count > MOST) {
            return Parsed.invalid("demarches.import.too-many", MOST);
        }
        var title = ImportedText.line(root, "title", Facts.LONGEST_TITLE);
        if (title.isEmpty()) {
            return Parsed.invalid("demarches.import.no-title");
        }
        return Parsed.valid(
                new Imported(
                        facts(root, title),
                        new Definition(champs).withAnnotations(annotations),
                        reader.remarks));
    }

    private static Facts facts(JsonNode root, String title) {
        return new Facts(
                title,
                ImportedText.text(root, "description", Facts.LONGEST_DESCRIPTION),
                "",
                ImportedText.line(root, "cadreJuridiqueUrl", Facts.LONGEST_LINE),
                List.of(),
                null,
                12,
                10);
    }

    private List<Champ> champs(JsonNode descriptors, boolean inBlock) {
        var champs = new ArrayList<Champ>();
        for (var descriptor : descriptors) {
            if (count > MOST) {
                break;
            }
            count++;
            champs.add(champ(descriptor, inBlock));
        }
        return champs;
    }

    private Champ champ(JsonNode descriptor, boolean inBlock) {
        var name = ImportedText.line(descriptor, "__typename", 100).replace("ChampDescriptor", "");
        var label = ImportedText.line(descriptor, "label", 10_000);
        var type =
                name.equals("Repetition") && !inBlock
                        ? block(descriptor)
                        : type(name, label, descriptor);
        return new Champ(
                ChampId.random(random),
                label,
                ImportedText.text(descriptor, "description", 10_000),
                descriptor.path("required").asBoolean(false),
                type,
                null,
                null);
    }

    private ChampType block(JsonNode descriptor) {
        return new ChampType.Repetition(champs(descriptor.path("champDescriptors"), true), 0, 50);
    }

    private ChampType type(String name, String label, JsonNode descriptor) {
        var foreign = ForeignType.of(name, descriptor);
        if (foreign.remark() != null) {
            remarks.add(new Remark(label, name, foreign.remark()));
        }
        return foreign.type();
    }
}
