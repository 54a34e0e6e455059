package fr.socle.citoyen.export;

import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.entreprise.Representant;
import fr.socle.citoyen.export.Everything.Titulaire;
import fr.socle.citoyen.suivi.Avancement;
import fr.socle.citoyen.usages.Usage;
import fr.socle.demarches.DossierSummary;
import fr.socle.identity.UsagerConnecte;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything as JSON, for programs: {@code personne} under the claims of FranceConnect, or {@code
 * entreprise} with who took it away; {@code demarches}, {@code ailleurs}, {@code droits}, {@code
 * usages} with the members of the journal, times in UTC.
 */
@Component
public class JsonExport {

    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public byte[] write(Everything everything) {
        var root = new LinkedHashMap<String, Object>();
        root.put("version", 1);
        root.put("date", everything.at().toString());
        switch (everything.titulaire()) {
            case Titulaire.Personne(var usager) -> root.put("personne", person(usager));
            case Titulaire.Entreprise(var who) -> root.put("entreprise", company(who));
        }
        root.put("demarches", everything.dossiers().stream().map(JsonExport::dossier).toList());
        root.put("ailleurs", everything.elsewhere().stream().map(JsonExport::elsewhere).toList());
        root.put("droits", everything.exercices().stream().map(JsonExport::exercice).toList());
        root.put("usages", everything.usages().stream().map(JsonExport::usage).toList());
        return json.writeValueAsBytes(root);
    }

    private static Map<String, Object> person(UsagerConnecte usager) {
        var person = new LinkedHashMap<>(usager.identity().claims());
        person.put("email", usager.email().value());
        return person;
    }

    private static Map<String, Object> company(Representant who) {
        var company = new LinkedHashMap<String, Object>();
        company.put("siren", who.siren().value());
        company.put("representant", who.name());
        company.put("fonction", who.proof().fonction());
        company.put("registre", who.proof().source());
        company.put("registre_consulte", who.proof().at().toString());
        return company;
    }

    private static Map<String, Object> dossier(DossierSummary dossier) {
        var members = new LinkedHashMap<String, Object>();
        members.put("numero", dossier.number());
        members.put("demarche", dossier.demarche());
        members.put("organisation", dossier.organisation());
        members.put("etat", dossier.state().name());
        members.put("modifie", dossier.changedAt().toString());
        return members;
    }

    private static Map<String, Object> elsewhere(Avancement it) {
        var members = new LinkedHashMap<String, Object>();
        members.put("organisation", it.organisation());
        members.put("reference", it.reference());
        members.put("demarche", it.demarche());
        members.put(
                "etapes",
                it.steps().stream()
                        .map(
                                step ->
                                        Map.of(
                                                "etat",
                                                step.etat().word(),
                                                "date",
                                                step.at().toString()))
                        .toList());
        return members;
    }

    private static Map<String, Object> exercice(Exercice it) {
        var fond = it.fond();
        var members = new LinkedHashMap<String, Object>();
        members.put("nature", fond.nature().name());
        members.put("organisation", fond.guichet().name());
        members.put("donnees", fond.objet().donnees());
        members.put("fournisseur", fond.objet().source());
        members.put("texte", fond.objet().texte());
        members.put("date", fond.openedAt().toString());
        members.put("etat", it.etat());
        switch (it) {
            case Exercice.Repondu(_, var issue, var answer, var at) -> {
                members.put("issue", issue.name());
                members.put("reponse", answer);
                members.put("date_reponse", at.toString());
            }
            case Exercice.EnCours open -> members.put("echeance", open.due().toString());
            case Exercice.Retire(_, var at) -> members.put("date_retrait", at.toString());
        }
        return members;
    }

    private static Map<String, Object> usage(Usage usage) {
        var members = new LinkedHashMap<String, Object>();
        members.put("journal", usage.place().log());
        members.put("index", usage.place().index());
        members.put("acte", usage.kind());
        members.put("date", usage.at().toString());
        members.put("organisation", usage.organisation());
        members.put("motif", usage.motif());
        members.put("demarche", usage.demarche());
        members.put("dossier", usage.dossier());
        members.put("fournisseur", usage.fournisseur());
        members.put("donnees", usage.donnees());
        members.put("fondement", usage.fondement());
        members.put("issue", usage.issue());
        members.put("conserve_jusqu_au", usage.keptUntil().toString());
        return members;
    }
}
