package fr.socle.demarches.graphql.read;

import fr.socle.demarches.builder.Demarche;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a procedure, with one of its revisions.
 *
 * @param demarcheURL where it starts
 */
public record DescriptorView(DemarcheView demarche, RevisionView revision, String demarcheURL) {

    public String id() {
        return demarche.id();
    }

    public int number() {
        return demarche.number();
    }

    public String title() {
        return demarche.title();
    }

    public String description() {
        return demarche.description();
    }

    public String state() {
        return demarche.state();
    }

    public @Nullable String declarative() {
        return null;
    }

    public Instant dateCreation() {
        return demarche.dateCreation();
    }

    public Instant dateDerniereModification() {
        return demarche.dateDerniereModification();
    }

    public @Nullable Instant datePublication() {
        return demarche.datePublication();
    }

    public @Nullable Instant dateDepublication() {
        return null;
    }

    public @Nullable Instant dateFermeture() {
        return demarche.dateFermeture();
    }

    public @Nullable ServiceView service() {
        return demarche.service();
    }

    public String demarcheUrl() {
        return demarcheURL;
    }

    /** The text that founds the procedure, when it is given as an address. */
    public @Nullable String cadreJuridiqueURL() {
        var text = demarche.demarche().fiche().facts().cadreJuridique();
        return text.startsWith("https://") || text.startsWith("http://") ? text : null;
    }

    public @Nullable String cadreJuridiqueUrl() {
        return cadreJuridiqueURL();
    }

    public int dureeConservationDossiers() {
        return demarche.demarche().fiche().facts().retentionMonths();
    }

    public boolean opendata() {
        return demarche.demarche() instanceof Demarche.Publiee;
    }

    public List<String> tags() {
        return List.of();
    }

    public List<String> zones() {
        return List.of();
    }

    public @Nullable FileView logo() {
        return null;
    }

    public @Nullable FileView notice() {
        return null;
    }

    public @Nullable FileView deliberation() {
        return null;
    }

    public @Nullable String noticeURL() {
        return null;
    }

    public @Nullable String noticeUrl() {
        return null;
    }

    public @Nullable String siteWebURL() {
        return null;
    }

    public @Nullable String siteWebUrl() {
        return null;
    }

    public @Nullable String dpoURL() {
        return null;
    }

    public @Nullable String dpoUrl() {
        return null;
    }
}
