package fr.socle.bench.demarches;

import fr.socle.bench.report.Section;
import fr.socle.demarches.builder.DemarcheFile;
import fr.socle.demarches.builder.Imported;
import fr.socle.demarches.definition.Checker;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.DefinitionJson;
import fr.socle.demarches.relecture.Relecture;
import fr.socle.kernel.Parsed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes over the definitions of a folder, again and again, on one thread; the time that counts is
 * that which its processor worked.
 *
 * @param files as they were published
 */
record ImportMeasure(List<String> files) {

    static final String IMPORTED = "reprise entière";
    static final String PARSED = "lecture du JSON seul";
    static final String PROOFREAD = "relecture";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARMING = 5;
    private static final double NANOS = 1e9;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ImportMeasure of(Path folder) throws IOException {
        var files = new ArrayList<String>();
        try (var listed = Files.list(folder)) {
            for (var file :
                    listed.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                files.add(Files.readString(file));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no definition in " + folder);
        }
        return new ImportMeasure(files);
    }

    int count() {
        return files.size();
    }

    Section run(long rounds) {
        var section = new Section.Rounds("Reprise de définitions, par seconde d’un processeur");
        for (int round = -WARMING; round < rounds; round++) {
            double imported = perSecond(this::imported);
            double parsed = perSecond(JSON::readTree);
            double read = perSecond(it -> Relecture.of(definition(it)));
            if (round >= 0) {
                section.add(IMPORTED, "définitions/s", imported);
                section.add(PARSED, "définitions/s", parsed);
                section.add(PROOFREAD, "définitions/s", read);
            }
        }
        return section.section();
    }

    private double perSecond(Consumer<String> work) {
        long began = THREADS.getCurrentThreadCpuTime();
        files.forEach(work);
        return files.size() * NANOS / (THREADS.getCurrentThreadCpuTime() - began);
    }

    private void imported(String file) {
        var definition = definition(file);
        Checker.check(definition);
        var again = DefinitionJson.read(DefinitionJson.write(definition));
        if (!again.equals(Parsed.valid(definition))) {
            throw new IllegalStateException("a definition was not read again as it was written");
        }
    }

    private static Definition definition(String file) {
        return DemarcheFile.read(file, new Random(1)).map(Imported::definition).orThrow();
    }
}
