package fr.socle.citoyen.acces;

import fr.socle.citoyen.usages.Place;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.access.Visitor;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A data protection officer learned which agent acted, on a ground that the persons concerned read.
 *
 * @param concerned whose data it was
 */
record NomOuvert(
        Visitor.Agent officer,
        OrganisationId organisation,
        Place place,
        String motif,
        Set<PersonRef> concerned)
        implements Entry {

    private static final Kind KIND =
            new Kind("citoyen.nom-ouvert", Retention.imposed(Period.ofYears(3), "RGPD, art. 5"));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(
                Part.readBy(Audience.AUDITEUR)
                        .with("journal", place.log())
                        .with("index", place.index())
                        .with("organisation", organisation.toString())
                        .with("motif", motif));
        parts.add(
                Part.readBy(Audience.DPO)
                        .with("agent", officer.agent().toString())
                        .with("nom", officer.name()));
        concerned.forEach(
                it ->
                        parts.add(
                                Part.readBy(Audience.PERSONNE)
                                        .about(it)
                                        .with("organisation", officer.organisationName())
                                        .with("ligne", place.index())
                                        .with(
                                                "motif",
                                                "Le délégué à la protection des données a ouvert le nom de"
                                                        + " l’agent de la ligne "
                                                        + place.index()
                                                        + " : "
                                                        + motif)));
        return parts;
    }
}
