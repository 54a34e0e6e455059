package fr.socle.journal.fire;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * A Socle without the blocks above the journal, so that a node that was killed is back in seconds:
 * a hundred kills in ten minutes need that.
 */
final class JournalAlone implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("journalAlone", new BlocksAbove());
    }

    private static final class BlocksAbove extends TypeExcludeFilter {

        private static final Set<String> KEPT = Set.of("kernel", "house", "ui", "journal");

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory readers) {
            var parts = type.getClassMetadata().getClassName().split("\\.", 4);
            return parts.length == 4
                    && parts[1].equals("socle")
                    // its API keeps its answers in the directory
                    && (!KEPT.contains(parts[2]) || parts[3].startsWith("api."));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof BlocksAbove;
        }

        @Override
        public int hashCode() {
            return BlocksAbove.class.hashCode();
        }
    }
}
