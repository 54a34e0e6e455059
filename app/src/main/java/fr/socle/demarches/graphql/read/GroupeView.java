package fr.socle.demarches.graphql.read;

import fr.socle.demarches.graphql.read.DemarcheView.GoneView;
import java.util.List;
import java.util.Map;

/** The group of agents who handle the dossiers of a procedure: those of its services. */
public record GroupeView(DemarcheView demarche, int number) {

    static final String KIND = "GroupeInstructeur";

    public String id() {
        return TypedId.of(KIND, number);
    }

    public String label() {
        return "défaut";
    }

    public boolean closed() {
        return false;
    }

    public List<Profile> instructeurs() {
        return demarche.agents();
    }

    public Connection<DossierView> dossiers(Map<String, Object> arguments) {
        return demarche.dossiers(arguments);
    }

    public Connection<GoneView> deletedDossiers(Map<String, Object> arguments) {
        return demarche.deletedDossiers(arguments);
    }

    public Connection<GoneView> pendingDeletedDossiers(Map<String, Object> arguments) {
        return demarche.pendingDeletedDossiers(arguments);
    }
}
