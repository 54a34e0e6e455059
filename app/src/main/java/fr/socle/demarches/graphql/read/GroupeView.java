package fr.socle.demarches.graphql.read;

import fr.socle.demarches.graphql.read.Listing.GoneView;
import fr.socle.demarches.groupe.Groupe;
import java.util.List;
import java.util.Map;

/** A group of agents who handle some of a procedure's dossiers. */
public record GroupeView(DemarcheView demarche, Groupe groupe) {

    public static final String KIND = "GroupeInstructeur";

    public String id() {
        return TypedId.of(KIND, number());
    }

    public int number() {
        return groupe.number();
    }

    public String label() {
        return groupe.label();
    }

    public boolean closed() {
        return !groupe.active();
    }

    /** Of a group without agents of its own: everybody who handles the procedure's dossiers. */
    public List<Profile> instructeurs() {
        return demarche.agents(groupe);
    }

    /**
     * @param arguments of the field
     */
    public Connection<DossierView> dossiers(Map<String, Object> arguments) {
        return demarche.listing(groupe).dossiers(arguments);
    }

    /**
     * @param arguments of the field
     */
    public Connection<GoneView> deletedDossiers(Map<String, Object> arguments) {
        return demarche.listing(groupe).gone(arguments);
    }

    /**
     * @param arguments of the field
     */
    public Connection<GoneView> pendingDeletedDossiers(Map<String, Object> arguments) {
        return Listing.leaving(arguments);
    }
}
