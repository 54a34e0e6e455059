package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.rgaa.Declaration;
import fr.socle.ui.Page;
import java.util.List;

/** The declaration of accessibility of one procedure, in the parts that the law wants. */
public record DeclarationPage(ListedDemarche demarche, Declaration declaration) implements Page {

    /** Each line of what does not conform. */
    public List<String> faults() {
        return lines(declaration.faults());
    }

    public List<String> exemptions() {
        return lines(declaration.exemptions());
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    /** Where a person writes: a web address as it is, an e-mail address as a letter. */
    public String contactHref() {
        var contact = declaration.contact();
        return contact.matches("https?://\\S+") ? contact : "mailto:" + contact;
    }
}
